package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.ProfileView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The shows in the library of a user: either with the plays of each, or with the episodes that were watched,
/// collected or marked as unseen (`docs/spec/v1/user.md#userlibraryshowswatched`).
public final class V1LibraryShows {

    /// Number of shows that are looked up together, with all their episodes.
    private static final int PAGE_SIZE = 50;

    private final Catalog catalog;
    private final PlayHistory plays;
    private final CollectionItems collectionItems;
    private final Ratings ratings;

    public V1LibraryShows(Catalog catalog, PlayHistory plays, CollectionItems collected, Ratings ratings) {
        this.catalog = catalog;
        this.plays = plays;
        this.collectionItems = collected;
        this.ratings = ratings;
    }

    /// The members of a library in addition to those of the show: the number of plays, or the episodes of one
    /// sort.
    public enum Members {
        PLAYS,
        WATCHED,
        COLLECTED,
        UNSEEN
    }

    public Response response(Call<?> call, ProfileView profile, Members include, Collection<ShowId> shows) {
        V1Extended extended = V1Extended.ofLibrary(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        List<ShowId> sorted = catalog.showsByTitle(shows);
        if (include == Members.PLAYS) {
            return StreamedJsonArray.array(sorted, page -> played(page, plays.ofShows(profile, page), extended, links));
        }
        return StreamedJsonArray.array(
                sorted, PAGE_SIZE, page -> seasons(page, episodes(profile, include, page), extended, links));
    }

    private List<JsonObject> played(
            List<ShowId> page, Map<ShowId, Integer> played, V1Extended extended, V1Links links) {
        Map<ShowId, Show> shows = catalog.shows(page);
        RatingTotalsMap totals = totals(page, extended);
        List<JsonObject> objects = new ArrayList<>();
        for (ShowId id : page) {
            Show show = shows.get(id);
            if (show != null) {
                JsonObject marked = V1Show.min(show).put("plays", played.getOrDefault(id, 0));
                objects.add(with(marked, show, extended, links, totals));
            }
        }
        return objects;
    }

    private List<JsonObject> seasons(
            List<ShowId> page, Map<ShowId, Set<EpisodeId>> episodes, V1Extended extended, V1Links links) {
        Map<ShowId, ShowGuide> guides = catalog.guides(page);
        RatingTotalsMap totals = totals(page, extended);
        List<JsonObject> objects = new ArrayList<>();
        for (ShowId id : page) {
            ShowGuide guide = guides.get(id);
            if (guide != null) {
                JsonObject marked =
                        V1Show.min(guide.show()).put("seasons", seasons(guide, episodes.getOrDefault(id, Set.of())));
                objects.add(with(marked, guide.show(), extended, links, totals));
            }
        }
        return objects;
    }

    private Map<ShowId, Set<EpisodeId>> episodes(ProfileView profile, Members include, List<ShowId> page) {
        return switch (include) {
            case PLAYS -> Map.of();
            case WATCHED -> plays.watchedEpisodes(profile, page);
            case COLLECTED -> collectionItems.episodes(profile, page);
            case UNSEEN -> plays.unseenEpisodes(profile, page);
        };
    }

    /// Seasons in descending order with the specials last, episodes in ascending order.
    private static List<JsonObject> seasons(ShowGuide guide, Set<EpisodeId> requested) {
        Map<Integer, List<Integer>> numbers = new TreeMap<>(Comparator.reverseOrder());
        for (EpisodeSummary episode : guide.episodes()) {
            if (requested.contains(episode.id())) {
                numbers.computeIfAbsent(episode.season(), season -> new ArrayList<>())
                        .add(episode.number());
            }
        }
        return numbers.entrySet().stream()
                .map(season -> new JsonObject().put("season", season.getKey()).put("episodes", season.getValue()))
                .toList();
    }

    private static JsonObject with(
            JsonObject marked, Show show, V1Extended extended, V1Links links, RatingTotalsMap totals) {
        RatingTotals total = totals.of(show.id());
        JsonObject full = marked.putAll(V1Show.of(show, extended, links, total));
        return extended == V1Extended.NORMAL ? V1Show.withTextIds(full, show) : full;
    }

    /// Only full objects contain totals.
    private RatingTotalsMap totals(List<ShowId> page, V1Extended extended) {
        return extended == V1Extended.FULL ? ratings.totals(page) : RatingTotalsMap.EMPTY;
    }
}
