package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeHead;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.history.Plays;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.Sight;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The shows of somebody's library: either with the plays of each, or with the episodes that they watched, own or
/// marked unseen (`user.md`, user/library/shows).
final class V1LibraryShows {

    /// Shows that are looked up together, with all their episodes.
    private static final int SHOWS = 50;

    private final Catalog catalog;
    private final Plays plays;
    private final Collected collected;
    private final Ratings ratings;

    V1LibraryShows(Catalog catalog, Plays plays, Collected collected, Ratings ratings) {
        this.catalog = catalog;
        this.plays = plays;
        this.collected = collected;
        this.ratings = ratings;
    }

    /// What a library tells of a show beside the show itself: how often it was played, or the episodes of one sort.
    enum Told {
        PLAYS,
        WATCHED,
        COLLECTED,
        UNSEEN
    }

    Reply answer(Call<?> call, Sight sight, Told told, Collection<ShowId> shows) {
        V1Extent extent = V1Extent.ofLibrary(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        List<ShowId> sorted = catalog.showsByTitle(shows);
        if (told == Told.PLAYS) {
            return V1Stream.array(sorted, page -> played(page, plays.ofShows(sight, page), extent, links));
        }
        return V1Stream.array(sorted, SHOWS, page -> seasons(page, episodes(sight, told, page), extent, links));
    }

    private List<V1Object> played(List<ShowId> page, Map<ShowId, Integer> played, V1Extent extent, V1Links links) {
        Map<ShowId, Show> shows = catalog.shows(page);
        Map<MediaId, RatingTotals> totals = totals(page, extent);
        List<V1Object> objects = new ArrayList<>();
        for (ShowId id : page) {
            Show show = shows.get(id);
            if (show != null) {
                V1Object marked = V1Show.min(show).put("plays", played.getOrDefault(id, 0));
                objects.add(with(marked, show, extent, links, totals));
            }
        }
        return objects;
    }

    private List<V1Object> seasons(
            List<ShowId> page, Map<ShowId, Set<EpisodeId>> episodes, V1Extent extent, V1Links links) {
        Map<ShowId, ShowGuide> guides = catalog.guides(page);
        Map<MediaId, RatingTotals> totals = totals(page, extent);
        List<V1Object> objects = new ArrayList<>();
        for (ShowId id : page) {
            ShowGuide guide = guides.get(id);
            if (guide != null) {
                V1Object marked =
                        V1Show.min(guide.show()).put("seasons", seasons(guide, episodes.getOrDefault(id, Set.of())));
                objects.add(with(marked, guide.show(), extent, links, totals));
            }
        }
        return objects;
    }

    private Map<ShowId, Set<EpisodeId>> episodes(Sight sight, Told told, List<ShowId> page) {
        return switch (told) {
            case PLAYS -> Map.of();
            case WATCHED -> plays.watchedEpisodes(sight, page);
            case COLLECTED -> collected.episodes(sight, page);
            case UNSEEN -> plays.unseenEpisodes(sight, page);
        };
    }

    /// The highest season first and the specials last, the numbers in each of them rising.
    private static List<V1Object> seasons(ShowGuide guide, Set<EpisodeId> wanted) {
        Map<Integer, List<Integer>> numbers = new TreeMap<>(Comparator.reverseOrder());
        for (EpisodeHead episode : guide.episodes()) {
            if (wanted.contains(episode.id())) {
                numbers.computeIfAbsent(episode.season(), season -> new ArrayList<>())
                        .add(episode.number());
            }
        }
        return numbers.entrySet().stream()
                .map(season -> new V1Object().put("season", season.getKey()).put("episodes", season.getValue()))
                .toList();
    }

    private static V1Object with(
            V1Object marked, Show show, V1Extent extent, V1Links links, Map<MediaId, RatingTotals> totals) {
        RatingTotals total = totals.getOrDefault(show.id(), RatingTotals.NONE);
        V1Object whole = marked.putAll(V1Show.of(show, extent, links, total));
        return extent == V1Extent.NORMAL ? V1Show.withTextIds(whole, show) : whole;
    }

    /// Totals stand in full objects only.
    private Map<MediaId, RatingTotals> totals(List<ShowId> page, V1Extent extent) {
        return extent == V1Extent.FULL ? ratings.totals(page) : Map.of();
    }
}
