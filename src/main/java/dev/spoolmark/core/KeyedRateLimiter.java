package dev.spoolmark.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;

/// One [RateLimiter] per key, for at most 100,000 keys. Beyond that the least recently used keys are forgotten.
public final class KeyedRateLimiter<K> {

    private static final int KEYS = 100_000;

    private final RateLimit limit;
    private final MonotonicTicker ticker;
    private final Cache<K, RateLimiter> limiters =
            Caffeine.newBuilder().maximumSize(KEYS).build();

    public KeyedRateLimiter(RateLimit limit, InstantSource clock) {
        this.limit = limit;
        this.ticker = new MonotonicTicker(clock);
    }

    /// Takes a permit of this key.
    ///
    /// @return zero, or the time until a permit is available; then none was taken
    public Duration tryAcquire(K key) {
        return limiters.get(key, unseen -> new RateLimiter(limit)).tryAcquire(ticker.read());
    }

    /// Gives back a permit of this key that was taken, for work that was not done.
    public void refund(K key) {
        RateLimiter limiter = limiters.getIfPresent(key);
        if (limiter != null) {
            limiter.refund();
        }
    }
}
