package dev.spoolmark.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// How often each caller came lately, held against one pace (security design, 4.1).
///
/// Of each only the moment is kept at which all it did is paid for at the steady pace; whoever is more than a burst
/// ahead of that waits. Those not seen for the longest leave first, and begin anew.
public final class Traffic<K> {

    private static final int CALLERS = 100_000;

    private final Pace pace;
    private final InstantSource clock;
    private final Cache<K, AtomicLong> paidUntil =
            Caffeine.newBuilder().maximumSize(CALLERS).build();

    /// @param clock one that is never set: see [dev.spoolmark.kernel.AdjustableClock]
    public Traffic(Pace pace, InstantSource clock) {
        this.pace = pace;
        this.clock = clock;
    }

    /// Counts one more, or says how long until there is room for it.
    public Duration admit(K caller) {
        long now = TimeUnit.MILLISECONDS.toNanos(clock.millis());
        long each = pace.each().toNanos();
        AtomicLong paid = paidUntil.get(caller, unknown -> new AtomicLong(now));
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
