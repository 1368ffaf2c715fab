package dev.spoolmark.stats;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.core.MonotonicTicker;
import java.time.Duration;
import java.time.InstantSource;

/// Caches counts that are read often and may be one minute old.
final class MinuteCache {

    private static final Duration AGE = Duration.ofSeconds(60);
    private static final int ENTRIES = 10_000;

    private MinuteCache() {}

    static <K, V> Cache<K, V> create(InstantSource clock) {
        return create(clock, ENTRIES);
    }

    static <K, V> Cache<K, V> create(InstantSource clock, int entries) {
        return Caffeine.newBuilder()
                .maximumSize(entries)
                .expireAfterWrite(AGE)
                .ticker(new MonotonicTicker(clock))
                .build();
    }
}
