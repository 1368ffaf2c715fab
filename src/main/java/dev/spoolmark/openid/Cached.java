package dev.spoolmark.openid;

import dev.spoolmark.core.MonotonicTicker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A document of the provider that is fetched again after a time. A failure is not cached.
final class Cached<T> {

    private final MonotonicTicker ticker;
    private final Duration maxAge;
    private final Supplier<T> fetch;
    private volatile @Nullable Entry<T> entry;

    Cached(InstantSource clock, Duration maxAge, Supplier<T> fetch) {
        this.ticker = new MonotonicTicker(clock);
        this.maxAge = maxAge;
        this.fetch = fetch;
    }

    /// @param at monotonic time in nanoseconds
    private record Entry<T>(T value, long at) {}

    T get() {
        return getAtMost(maxAge);
    }

    /// The document, fetched again if it is as old as `age`.
    T getAtMost(Duration age) {
        Entry<T> known = entry;
        long now = ticker.read();
        if (known != null && now - known.at() < age.toNanos()) {
            return known.value();
        }
        T value = fetch.get();
        entry = new Entry<>(value, now);
        return value;
    }
}
