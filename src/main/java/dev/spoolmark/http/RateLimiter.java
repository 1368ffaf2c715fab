package dev.spoolmark.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// How often each caller came lately, held against one pace (`docs/security.md#rate-limits`).
///
/// Of each only the moment is kept at which all it did is paid for at the steady pace; whoever is more than a burst
/// ahead of that waits. Those not seen for the longest leave first, and begin anew.
public final class RateLimiter<K> {

    private static final int CALLERS = 100_000;

    private final RateLimit pace;
    private final InstantSource clock;
    private final Cache<K, AtomicLong> theoreticalArrival =
            Caffeine.newBuilder().maximumSize(CALLERS).build();

    /// @param clock one that is never set: see [dev.spoolmark.core.AdjustableClock]
    public RateLimiter(RateLimit pace, InstantSource clock) {
        this.pace = pace;
        this.clock = clock;
    }

    /// Counts one more, or says how long until there is room for it.
    public Duration tryAcquire(K caller) {
        long now = TimeUnit.MILLISECONDS.toNanos(clock.millis());
        long each = pace.interval().toNanos();
        AtomicLong paid = theoreticalArrival.get(caller, unknown -> new AtomicLong(now));
        while (true) {
            long before = paid.get();
            long after = Math.max(before, now) + each;
            long ahead = after - now - pace.burst() * each;
            if (ahead > 0) {
                return Duration.ofNanos(ahead);
            }
            if (paid.compareAndSet(before, after)) {
                return Duration.ZERO;
            }
        }
    }
}
