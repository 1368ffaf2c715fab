package dev.spoolmark.catalog.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A cache of database reads. A value is at most five seconds older than a write of another process, and
/// never older than a write of this process.
///
/// A read may begin before a write and end after it. Therefore its result is cached only if nothing was
/// invalidated in between.
public final class InvalidatingCache<K, V> {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Cache<K, V> stored;
    private long invalidations;

    public InvalidatingCache(long weight, Weigher<K, V> weigher, Ticker ticker) {
        this.stored = Caffeine.newBuilder()
                .maximumWeight(weight)
                .weigher(weigher)
                .expireAfterWrite(LONGEST)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(stored.getIfPresent(key));
    }

    /// Reads the values that are not cached with one call. A key without a value is absent.
    public Map<K, V> getAll(Collection<K> keys, Function<List<K>, Map<K, V>> read) {
        Map<K, V> values = new HashMap<>();
        Set<K> missing = new LinkedHashSet<>();
        for (K key : keys) {
            find(key).ifPresentOrElse(value -> values.put(key, value), () -> missing.add(key));
        }
        if (!missing.isEmpty()) {
            long before = invalidations();
            Map<K, V> found = read.apply(List.copyOf(missing));
            putIfUnchanged(found, before);
            values.putAll(found);
        }
        return values;
    }

    /// @return the number of invalidations, to be read before the values for [#putIfUnchanged] are read
    synchronized long invalidations() {
        return invalidations;
    }

    synchronized void putIfUnchanged(Map<K, V> values, long invalidationsBefore) {
        if (invalidationsBefore == invalidations) {
            stored.putAll(values);
        }
    }

    synchronized void invalidate(Collection<K> keys) {
        invalidations++;
        stored.invalidateAll(keys);
    }

    public synchronized void invalidateAll() {
        invalidations++;
        stored.invalidateAll();
    }
}
