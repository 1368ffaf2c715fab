package dev.spoolmark.stats;

import com.github.benmanes.caffeine.cache.Cache;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Database;
import dev.spoolmark.stats.TrendStore.Lately;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What people watch these hours: now, or with a play in the last day, since on a small server hardly anybody
/// watches right now and old clients take an empty list for an error (`docs/spec/v1/movies.md#moviestrending`).
/// Everybody counts, nobody is named.
///
/// Each person counts once for a thing: whole while they watch it, and half after each [#HALF_LIFE] since they last
/// did. The answer may be a minute old.
public final class Trending {

    private static final Duration LATELY = Duration.ofHours(24);
    private static final Duration HALF_LIFE = Duration.ofHours(6);
    private static final int MOST = 100;
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

    /// By what the people count together, then who was watched last, then by title.
    public List<TrendingItem<MovieId>> movies() {
        return movies.get(ALL, all -> database.read(tx -> TrendStore.movies(tx, lately(), MOST)));
    }

    /// The same of shows; watching an episode is watching its show.
    public List<TrendingItem<ShowId>> shows() {
        return shows.get(ALL, all -> database.read(tx -> TrendStore.shows(tx, lately(), MOST)));
    }

    private Lately lately() {
        Instant now = clock.instant();
        return new Lately(now.minus(LATELY), now, HALF_LIFE);
    }
}
