package dev.spoolmark.transfer;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodePosition;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.CollectedItem;
import dev.spoolmark.collection.CollectedShow;
import dev.spoolmark.favorite.FavoriteEntry;
import dev.spoolmark.hidden.HiddenItem;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.WatchedItem;
import dev.spoolmark.history.WatchedShow;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.Rating;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Shows in a backup of SeriesGuide: those that are watched, collected, rated or on the watchlist. A show without a
/// watched episode is one to watch.
final class SeriesGuideShowObjects {

    /// Shows whose episodes are in memory at a time.
    private static final int BATCH = 10;

    private static final int RATINGS = 500;

    private final ExportSources sources;
    private final ProfileView self;
    private final Set<Long> shows;
    private final Set<Long> hidden = new HashSet<>();
    private final Set<Long> favorites = new HashSet<>();
    private final Map<Long, Map<Long, Integer>> ratedEpisodes = new HashMap<>();

    /// @param watchlist shows on it
    SeriesGuideShowObjects(ExportSources sources, ProfileView self, Set<Long> watchlist) {
        this.sources = sources;
        this.self = self;
        this.shows = new TreeSet<>(watchlist);
    }

    Iterable<JsonObject> all() {
        SeriesGuideExport.forEach(
                (after, max) -> sources.plays().shows(self, after, max),
                (WatchedShow row) -> shows.add(row.show().value()));
        SeriesGuideExport.forEach(
                (after, max) -> sources.collection().shows(self, after, max),
                (CollectedShow row) -> shows.add(row.show().value()));
        SeriesGuideExport.forEach(
                (after, max) -> sources.ratings().page(self, Kind.SHOW, after, max),
                (Rating row) -> shows.add(row.item().value()));
        SeriesGuideExport.forEach(
                (after, max) -> sources.favorites().page(self, after, max),
                (FavoriteEntry row) -> favorites.add(
                        row.item().kind() == Kind.SHOW ? row.item().value() : 0L));
        for (HiddenSection section : List.of(HiddenSection.PROGRESS, HiddenSection.DROPPED)) {
            SeriesGuideExport.forEach(
                    (after, max) -> sources.hidden().page(self, section, after, max),
                    (HiddenItem row) -> hidden.add(
                            row.item().kind() == Kind.SHOW ? row.item().value() : 0L));
        }
        PageReader.<Rating, Rating>all(
                        (after, max) -> sources.ratings().page(self, Kind.EPISODE, after, max),
                        RATINGS,
                        this::rateEpisodes)
                .forEach(rating -> {});
        return () -> shows.stream()
                .map(ShowId::new)
                .gather(Gatherers.windowFixed(BATCH))
                .flatMap(batch -> batch(batch).stream())
                .iterator();
    }

    private List<Rating> rateEpisodes(List<Rating> page) {
        Map<EpisodeId, Episode> episodes = sources.catalog()
                .episodes(page.stream()
                        .map(rating -> new EpisodeId(rating.item().value()))
                        .toList());
        for (Rating rating : page) {
            Episode episode = episodes.get(new EpisodeId(rating.item().value()));
            if (episode != null) {
                shows.add(episode.show().value());
                ratedEpisodes
                        .computeIfAbsent(episode.show().value(), show -> new HashMap<>())
                        .put(rating.item().value(), rating.score().value());
            }
        }
        return page;
    }

    private List<JsonObject> batch(List<ShowId> batch) {
        Map<MediaId, ExportedItem> items = ExportedItem.of(sources.catalog(), batch);
        Map<MediaId, Score> scores = sources.ratings().of(self, batch);
        Map<ShowId, List<WatchedItem>> watched = sources.plays().episodes(self, batch);
        Map<ShowId, List<CollectedItem>> collected = sources.collection().collectedEpisodes(self, batch);
        List<JsonObject> objects = new ArrayList<>();
        for (ShowId show : batch) {
            ExportedItem item = items.get(show);
            if (item != null) {
                objects.add(show(
                        show,
                        item,
                        scores.get(show),
                        watched.getOrDefault(show, List.of()),
                        collected.getOrDefault(show, List.of())));
            }
        }
        return objects;
    }

    private JsonObject show(
            ShowId show,
            ExportedItem item,
            @Nullable Score score,
            List<WatchedItem> watched,
            List<CollectedItem> collected) {
        Map<Long, EpisodeState> states = new TreeMap<>();
        watched.forEach(row ->
                state(states, row.item().id().value()).plays = row.summary().plays());
        collected.forEach(row -> state(states, row.item().value()).isCollected = true);
        ratedEpisodes
                .getOrDefault(show.value(), Map.of())
                .forEach((episode, stars) -> state(states, episode).score = stars);
        Integer year = item.year();
        return new JsonObject()
                .putNullable("tmdb_id", item.ids().tmdb())
                .putNullable("tvdb_id", item.ids().tvdb())
                .putNullable("imdb_id", item.ids().imdb())
                .put("title", item.title())
                .put("release_weekday", -1)
                .putNullable(
                        "first_aired",
                        year == null ? null : ExportTime.of(Instant.ofEpochMilli(SeriesGuideExport.firstDay(item))))
                .putNullable("rating_user", score == null ? null : score.value())
                .put("favorite", favorites.contains(show.value()))
                .put("notify", true)
                .put("hidden", hidden.contains(show.value()))
                .put("seasons", seasons(states));
    }

    private static EpisodeState state(Map<Long, EpisodeState> states, long episode) {
        return states.computeIfAbsent(episode, key -> new EpisodeState());
    }

    private static final class EpisodeState {

        private int plays;
        private boolean isCollected;
        private @Nullable Integer score;
    }

    private List<JsonObject> seasons(Map<Long, EpisodeState> states) {
        Map<EpisodeId, EpisodePosition> positions = sources.catalog()
                .positions(states.keySet().stream().map(EpisodeId::new).toList());
        Map<Integer, List<JsonObject>> seasons = new TreeMap<>();
        states.forEach((id, state) -> {
            EpisodePosition position = positions.get(new EpisodeId(id));
            if (position != null) {
                seasons.computeIfAbsent(position.season(), season -> new ArrayList<>())
                        .add(new JsonObject()
                                .put("episode", position.number())
                                .put("watched", state.plays > 0)
                                .put("plays", state.plays)
                                .put("skipped", false)
                                .put("collected", state.isCollected)
                                .putNullable("rating_user", state.score));
            }
        });
        List<JsonObject> objects = new ArrayList<>();
        seasons.forEach((number, episodes) ->
                objects.add(new JsonObject().put("season", number).put("episodes", episodes)));
        return objects;
    }
}
