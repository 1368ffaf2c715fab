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
import dev.spoolmark.http.json.PagedJson;
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

/// The shows of somebody's library: either with the plays of each, or with the episodes that they watched, own or
/// marked unseen (`docs/spec/v1/user.md#userlibraryshowswatched`).
public final class V1LibraryShows {

    /// Shows that are looked up together, with all their episodes.
    private static final int SHOWS = 50;

    private final Catalog catalog;
    private final PlayHistory plays;
    private final CollectionItems collected;
    private final Ratings ratings;

    public V1LibraryShows(Catalog catalog, PlayHistory plays, CollectionItems collected, Ratings ratings) {
        this.catalog = catalog;
        this.plays = plays;
        this.collected = collected;
        this.ratings = ratings;
    }

    /// What a library tells of a show beside the show itself: how often it was played, or the episodes of one sort.
    public enum Told {
        PLAYS,
        WATCHED,
        COLLECTED,
        UNSEEN
    }

    public Response answer(Call<?> call, ProfileView profile, Told include, Collection<ShowId> shows) {
        V1Extended extent = V1Extended.ofLibrary(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        List<ShowId> sorted = catalog.showsByTitle(shows);
        if (include == Told.PLAYS) {
            return PagedJson.array(sorted, page -> played(page, plays.ofShows(profile, page), extent, links));
        }
        return PagedJson.array(sorted, SHOWS, page -> seasons(page, episodes(profile, include, page), extent, links));
    }

    private List<JsonObject> played(List<ShowId> page, Map<ShowId, Integer> played, V1Extended extent, V1Links links) {
        Map<ShowId, Show> shows = catalog.shows(page);
        RatingTotalsMap totals = totals(page, extent);
        List<JsonObject> objects = new ArrayList<>();
        for (ShowId id : page) {
            Show show = shows.get(id);
            if (show != null) {
                JsonObject marked = V1Show.min(show).put("plays", played.getOrDefault(id, 0));
                objects.add(with(marked, show, extent, links, totals));
            }
        }
        return objects;
    }

    private List<JsonObject> seasons(
            List<ShowId> page, Map<ShowId, Set<EpisodeId>> episodes, V1Extended extent, V1Links links) {
        Map<ShowId, ShowGuide> guides = catalog.guides(page);
        RatingTotalsMap totals = totals(page, extent);
        List<JsonObject> objects = new ArrayList<>();
        for (ShowId id : page) {
            ShowGuide guide = guides.get(id);
            if (guide != null) {
                JsonObject marked =
                        V1Show.min(guide.show()).put("seasons", seasons(guide, episodes.getOrDefault(id, Set.of())));
                objects.add(with(marked, guide.show(), extent, links, totals));
            }
        }
        return objects;
    }

    private Map<ShowId, Set<EpisodeId>> episodes(ProfileView profile, Told include, List<ShowId> page) {
        return switch (include) {
            case PLAYS -> Map.of();
            case WATCHED -> plays.watchedEpisodes(profile, page);
            case COLLECTED -> collected.episodes(profile, page);
            case UNSEEN -> plays.unseenEpisodes(profile, page);
        };
    }

    /// The highest season first and the specials last, the numbers in each of them rising.
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
            JsonObject marked, Show show, V1Extended extent, V1Links links, RatingTotalsMap totals) {
        RatingTotals total = totals.of(show.id());
        JsonObject whole = marked.putAll(V1Show.of(show, extent, links, total));
        return extent == V1Extended.NORMAL ? V1Show.withTextIds(whole, show) : whole;
    }

    /// Totals stand in full objects only.
    private RatingTotalsMap totals(List<ShowId> page, V1Extended extent) {
        return extent == V1Extended.FULL ? ratings.totals(page) : RatingTotalsMap.EMPTY;
    }
}
