package dev.spoolmark.transfer;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.collection.CollectedItem;
import dev.spoolmark.history.WatchedItem;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.lists.ListEntry;
import dev.spoolmark.lists.ListOverview;
import dev.spoolmark.rating.Rating;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.watchlist.WatchlistEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Backup files of SeriesGuide: shows, movies and lists. They say how often something was watched, not when.
final class SeriesGuideExport {

    private final ExportSources sources;
    private final ProfileView self;
    private final ExportArchive archive;

    SeriesGuideExport(ExportSources sources, ProfileView self, ExportArchive archive) {
        this.sources = sources;
        this.self = self;
        this.archive = archive;
    }

    /// @return the number of shows, movies and lists
    long write() {
        Set<Long> watchlist = new HashSet<>();
        Set<Long> listedShows = new TreeSet<>();
        forEach((after, max) -> sources.watchlist().page(self, after, max), (WatchlistEntry entry) -> {
            if (entry.item().kind() == Kind.MOVIE) {
                watchlist.add(entry.item().value());
            } else if (entry.item().kind() == Kind.SHOW) {
                listedShows.add(entry.item().value());
            }
        });
        long[] count = {0};
        array("seriesguide-shows-backup.json", count, new SeriesGuideShowObjects(sources, self, listedShows).all());
        array("seriesguide-movies-backup.json", count, movies(watchlist));
        array("seriesguide-lists-backup.json", count, lists());
        return count[0];
    }

    private void array(String name, long[] count, Iterable<JsonObject> objects) {
        archive.member(name, out -> {
            int rows = ExportArchive.array(out, objects);
            count[0] += rows;
            return rows;
        });
    }

    static <R> void forEach(PageReader<R> reader, Consumer<R> consumer) {
        PageReader.<R, R>all(reader, ExportArchive.PAGE_SIZE, page -> page).forEach(consumer);
    }

    /// Everything that is watched, collected, rated or on the watchlist.
    private Iterable<JsonObject> movies(Set<Long> watchlist) {
        Map<Long, Integer> plays = new HashMap<>();
        Set<Long> collected = new HashSet<>();
        Set<Long> all = new TreeSet<>(watchlist);
        forEach(
                (after, max) -> sources.plays().movies(self, movie(after), max),
                (WatchedItem row) ->
                        plays.put(row.item().id().value(), row.summary().plays()));
        forEach(
                (after, max) -> sources.collection().page(self, Kind.MOVIE, after, max),
                (CollectedItem row) -> collected.add(row.item().value()));
        forEach(
                (after, max) -> sources.ratings().page(self, Kind.MOVIE, after, max),
                (Rating row) -> all.add(row.item().value()));
        all.addAll(plays.keySet());
        all.addAll(collected);
        return () -> all.stream()
                .map(MovieId::new)
                .gather(Gatherers.windowFixed(ExportArchive.PAGE_SIZE))
                .flatMap(page -> movies(page, watchlist, collected, plays).stream())
                .iterator();
    }

    private static @Nullable MovieId movie(@Nullable WatchedItem after) {
        return after == null ? null : new MovieId(after.item().id().value());
    }

    private List<JsonObject> movies(
            List<MovieId> page, Set<Long> watchlist, Set<Long> collected, Map<Long, Integer> plays) {
        Map<MediaId, ExportedItem> items = ExportedItem.of(sources.catalog(), page);
        Map<MediaId, Score> scores = sources.ratings().of(self, page);
        List<JsonObject> objects = new ArrayList<>();
        for (MovieId movie : page) {
            ExportedItem item = items.get(movie);
            if (item == null) {
                continue;
            }
            Score score = scores.get(movie);
            int watched = plays.getOrDefault(movie.value(), 0);
            objects.add(new JsonObject()
                    .putNullable("tmdb_id", item.ids().tmdb())
                    .putNullable("imdb_id", item.ids().imdb())
                    .put("title", item.title())
                    .put("released_utc_ms", firstDay(item))
                    .put("in_collection", collected.contains(movie.value()))
                    .put("in_watchlist", watchlist.contains(movie.value()))
                    .put("watched", watched > 0)
                    .put("plays", watched)
                    .putNullable("rating_user", score == null ? null : score.value()));
        }
        return objects;
    }

    /// In milliseconds; 0 if the year is unknown.
    static long firstDay(ExportedItem item) {
        Integer year = item.year();
        return year == null
                ? 0
                : LocalDate.of(year, 1, 1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
    }

    /// Lists of SeriesGuide have shows.
    private Iterable<JsonObject> lists() {
        return PageReader.<ListOverview, JsonObject>all(
                (after, max) -> sources.lists().lists(self, after, max),
                ExportArchive.PAGE_SIZE,
                page -> page.stream().map(this::list).toList());
    }

    private JsonObject list(ListOverview list) {
        String id = list.list().slug();
        List<JsonObject> shows = new ArrayList<>();
        PageReader.<ListEntry, ExportedItem>all(
                        (after, max) -> sources.lists().entries(list.list(), after, max),
                        ExportArchive.PAGE_SIZE,
                        page -> ExportedItem.describe(sources.catalog(), page, ListEntry::item).stream()
                                .map(ExportedItem.Described::item)
                                .toList())
                .forEach(item -> {
                    if (item.kind() == Kind.SHOW) {
                        listed(id, item).ifPresent(shows::add);
                    }
                });
        return new JsonObject()
                .put("list_id", id)
                .put("name", list.list().name())
                .put("order", 0)
                .put("items", shows);
    }

    private static Optional<JsonObject> listed(String list, ExportedItem show) {
        boolean isTmdb = show.ids().tmdb() != null;
        Long id = isTmdb ? show.ids().tmdb() : show.ids().tvdb();
        return Optional.ofNullable(id)
                .map(number -> new JsonObject()
                        .put("list_item_id", number + (isTmdb ? "-4-" : "-1-") + list)
                        .put("tvdb_id", isTmdb ? 0L : number)
                        .put("externalId", String.valueOf(number))
                        .put("type", isTmdb ? "tmdb-show" : "show"));
    }
}
