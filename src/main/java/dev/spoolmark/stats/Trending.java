package dev.spoolmark.stats;

import com.github.benmanes.caffeine.cache.Cache;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Database;
import dev.spoolmark.stats.TrendStore.TrendWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What users watch now or have played in the last day: on a small server few users watch at the same time,
/// and old clients treat an empty list as an error (`docs/spec/v1/movies.md#moviestrending`). All users
/// count, none is named.
///
/// Each user counts once for an item: fully while watching it, and half after each [#HALF_LIFE] since then.
/// The result may be one minute old.
public final class Trending {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration HALF_LIFE = Duration.ofHours(6);
    private static final int MAX_ITEMS = 100;
    private static final String ALL = "all";

    private final Database database;
    private final InstantSource clock;
    private final Cache<String, List<TrendingItem<MovieId>>> movies;
    private final Cache<String, List<TrendingItem<ShowId>>> shows;

    public Trending(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.movies = MinuteCache.create(clock);
        this.shows = MinuteCache.create(clock);
    }

    /// Ordered by the sum of these weights, then by the time last watched, then by title.
    public List<TrendingItem<MovieId>> movies() {
        return movies.get(ALL, all -> database.read(tx -> TrendStore.movies(tx, window(), MAX_ITEMS)));
    }

    /// Trending shows; watching an episode counts for its show.
    public List<TrendingItem<ShowId>> shows() {
        return shows.get(ALL, all -> database.read(tx -> TrendStore.shows(tx, window(), MAX_ITEMS)));
    }

    private TrendWindow window() {
        Instant now = clock.instant();
        return new TrendWindow(now.minus(WINDOW), now, HALF_LIFE);
    }
}
