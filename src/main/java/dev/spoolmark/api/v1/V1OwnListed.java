package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeHead;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.history.Plays;
import dev.spoolmark.history.Watched;
import dev.spoolmark.social.Gate;
import dev.spoolmark.social.Sight;
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

/// What the caller thinks and has done of the items on a list. It stands on the entry, beside the item (`user.md`,
/// user/list), and every kind of item has the same members: a show and a season count the plays of their episodes, and
/// are in the collection when one of these is.
final class V1OwnListed {

    private final Catalog catalog;
    private final Gate gate;
    private final Plays plays;
    private final Collected collected;
    private final V1Personal personal;

    V1OwnListed(Catalog catalog, Gate gate, Plays plays, Collected collected, V1Personal personal) {
        this.catalog = catalog;
        this.gate = gate;
        this.plays = plays;
        this.collected = collected;
        this.personal = personal;
    }

    Page of(@Nullable Account caller, List<MediaId> items, V1Media.Page things) {
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
        Map<ShowId, Set<EpisodeId>> owned = all.isEmpty() ? Map.of() : collected.episodes(gate.own(caller), all);
        Map<MediaId, Integer> counts = new HashMap<>(personal.playsOfShows(caller, shows));
        Set<MediaId> inCollection = new HashSet<>(owned.keySet());
        if (!ofSeasons.isEmpty()) {
            Map<ShowId, ShowGuide> guides = catalog.guides(ofSeasons);
            Map<MediaId, Watched> watched = watched(caller, things.seasons().values(), guides);
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

    private static int plays(List<EpisodeId> episodes, Map<MediaId, Watched> watched) {
        return episodes.stream()
                .map(watched::get)
                .filter(Objects::nonNull)
                .mapToInt(Watched::plays)
                .sum();
    }

    /// Of the episodes of these seasons, those that were played.
    private Map<MediaId, Watched> watched(Account caller, Collection<Season> seasons, Map<ShowId, ShowGuide> guides) {
        Sight own = gate.own(caller);
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
                        .map(EpisodeHead::id)
                        .toList();
    }

    /// What was found for one page; without a caller nothing is added.
    ///
    /// @param plays of shows and seasons
    /// @param collected shows and seasons with an episode that the caller owns
    record Page(boolean signedIn, V1Personal.Page own, Map<MediaId, Integer> plays, Set<MediaId> collected) {

        static final Page NOBODY = new Page(false, V1Personal.Page.NOBODY, Map.of(), Set.of());

        V1Object putOn(V1Object object, MediaId item) {
            if (!signedIn) {
                return object;
            }
            return switch (item) {
                case MovieId id -> own.putOn(object, id);
                case EpisodeId id -> own.putOn(object, id);
                case ShowId id -> putCounted(object, id);
                case SeasonId id -> putCounted(object, id);
            };
        }

        private V1Object putCounted(V1Object object, MediaId item) {
            int count = plays.getOrDefault(item, 0);
            own.putOpinion(object.put("watched", count > 0).put("plays", count), item);
            return object.put("in_collection", collected.contains(item));
        }
    }
}
