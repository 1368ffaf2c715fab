package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.WatchedSummary;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the caller thinks and has done of the items on a list. It stands on the entry, beside the item
/// (`docs/spec/v1/user.md#userlist`), and every kind of item has the same members: a show and a season count the
/// plays of their episodes, and are in the collection when one of these is.
public final class V1ListUserState {

    private final Catalog catalog;
    private final ProfileAccess access;
    private final PlayHistory plays;
    private final CollectionItems collected;
    private final V1UserItemState personal;

    public V1ListUserState(
            Catalog catalog,
            ProfileAccess access,
            PlayHistory plays,
            CollectionItems collected,
            V1UserItemState personal) {
        this.catalog = catalog;
        this.access = access;
        this.plays = plays;
        this.collected = collected;
        this.personal = personal;
    }

    public Page of(@Nullable Account caller, List<MediaId> items, V1ItemPage.Page things) {
        if (caller == null) {
            return Page.NOBODY;
        }
        List<ShowId> shows = items.stream()
                .filter(ShowId.class::isInstance)
                .map(ShowId.class::cast)
                .toList();
        Set<ShowId> ofSeasons =
                things.seasons().values().stream().map(Season::show).collect(Collectors.toSet());
        Set<ShowId> all = new HashSet<>(shows);
        all.addAll(ofSeasons);
        Map<ShowId, Set<EpisodeId>> owned = all.isEmpty() ? Map.of() : collected.episodes(access.self(caller), all);
        Map<MediaId, Integer> counts = new HashMap<>(personal.playsOfShows(caller, shows));
        Set<MediaId> inCollection = new HashSet<>(owned.keySet());
        if (!ofSeasons.isEmpty()) {
            Map<ShowId, ShowGuide> guides = catalog.guides(ofSeasons);
            Map<MediaId, WatchedSummary> watched =
                    watched(caller, things.seasons().values(), guides);
            for (Season season : things.seasons().values()) {
                List<EpisodeId> episodes = episodes(guides, season);
                counts.put(season.id(), plays(episodes, watched));
                if (!Collections.disjoint(owned.getOrDefault(season.show(), Set.of()), episodes)) {
                    inCollection.add(season.id());
                }
            }
        }
        return new Page(true, personal.of(caller, items), counts, inCollection);
    }

    private static int plays(List<EpisodeId> episodes, Map<MediaId, WatchedSummary> watched) {
        return episodes.stream()
                .map(watched::get)
                .filter(Objects::nonNull)
                .mapToInt(WatchedSummary::plays)
                .sum();
    }

    /// Of the episodes of these seasons, those that were played.
    private Map<MediaId, WatchedSummary> watched(
            Account caller, Collection<Season> seasons, Map<ShowId, ShowGuide> guides) {
        ProfileView own = access.self(caller);
        Set<EpisodeId> seen = plays.watchedEpisodes(own, guides.keySet()).values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        List<EpisodeId> counted = seasons.stream()
                .flatMap(season -> episodes(guides, season).stream())
                .filter(seen::contains)
                .toList();
        return plays.watched(own, counted);
    }

    private static List<EpisodeId> episodes(Map<ShowId, ShowGuide> guides, Season season) {
        ShowGuide guide = guides.get(season.show());
        return guide == null
                ? List.of()
                : guide.episodesOf(season.number()).stream()
                        .map(EpisodeSummary::id)
                        .toList();
    }

    /// What was found for one page; without a caller nothing is added.
    ///
    /// @param plays of shows and seasons
    /// @param collected shows and seasons with an episode that the caller owns
    public record Page(
            boolean signedIn, V1UserItemState.Page own, Map<MediaId, Integer> plays, Set<MediaId> collected) {

        static final Page NOBODY = new Page(false, V1UserItemState.Page.NOBODY, Map.of(), Set.of());

        public JsonObject addUserState(JsonObject object, MediaId item) {
            if (!signedIn) {
                return object;
            }
            return switch (item) {
                case MovieId id -> own.addUserState(object, id);
                case EpisodeId id -> own.addUserState(object, id);
                case ShowId id -> putCounted(object, id);
                case SeasonId id -> putCounted(object, id);
            };
        }

        private JsonObject putCounted(JsonObject object, MediaId item) {
            int count = plays.getOrDefault(item, 0);
            own.addRating(object.put("watched", count > 0).put("plays", count), item);
            return object.put("in_collection", collected.contains(item));
        }
    }
}
