package dev.spoolmark.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.MonotonicTicker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Related items as they were at most an hour ago, for pages: the computation reads the plays of everybody who watched
/// the item.
public final class RelatedCache {

    private static final Duration AGE = Duration.ofHours(1);
    private static final int SIZE = 2_000;

    private final Related related;
    private final Cache<MediaId, List<? extends MediaId>> cache;

    public RelatedCache(Related related, InstantSource clock) {
        this.related = related;
        this.cache = Caffeine.newBuilder()
                .maximumSize(SIZE)
                .expireAfterWrite(AGE)
                .ticker(new MonotonicTicker(clock))
                .build();
    }

    /// At most ten, the best match first.
    public List<? extends MediaId> movies(MovieId movie) {
        return cache.get(movie, item -> related.movies(movie));
    }

    /// At most ten, the best match first.
    public List<? extends MediaId> shows(ShowId show) {
        return cache.get(show, item -> related.shows(show));
    }
}
