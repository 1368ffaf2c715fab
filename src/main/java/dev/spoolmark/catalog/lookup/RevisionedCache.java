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

/// What was read lately: never older than another process's write by more than five seconds, and never older than a
/// write of this one.
///
/// A reader may have begun before a write and end after it. So what it read is taken only if nothing was forgotten
/// in between.
public final class RevisionedCache<K, V> {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Cache<K, V> stored;
    private long invalidations;

    public RevisionedCache(long weight, Weigher<K, V> weigher, Ticker ticker) {
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

    /// The values of these keys, reading those that are not here in one go. A key without a value is absent.
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

    /// How often something was forgotten: to be asked before reading what [#putIfUnchanged] is given.
    synchronized long invalidations() {
        return invalidations;
    }

    synchronized void putIfUnchanged(Map<K, V> values, long forgettingsBefore) {
        if (forgettingsBefore == invalidations) {
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
