package dev.spoolmark.account.auth;

import dev.spoolmark.core.RateLimit;
import dev.spoolmark.core.RateLimiter;
import java.time.Duration;

/// Limits wrong passwords from one network: 5 at once, then one every 4 s; after 100 in a day, one a minute
/// (`docs/security.md#guessing`). Times are nanoseconds.
final class NetworkLoginLimiter {

    static final Duration DAY = Duration.ofDays(1);

    private static final RateLimit RATE = new RateLimit(5, Duration.ofSeconds(4));
    private static final RateLimit SLOW_RATE = new RateLimit(1, Duration.ofMinutes(1));
    private static final int PER_DAY = 100;

    /// Upper bound of the wait, however many attempts arrived at the same time.
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    private final RateLimiter attempts = new RateLimiter(RATE);
    private final RateLimiter slow = new RateLimiter(SLOW_RATE);
    private long dayEnds = Long.MIN_VALUE;
    private int today;

    /// Time until the next attempt is allowed, zero if one is.
    synchronized Duration untilNext(long now) {
        Duration wait = attempts.untilPermit(now);
        if (today < PER_DAY || dayEnds <= now) {
            return wait;
        }
        Duration slowWait = slow.untilPermit(now);
        return slowWait.compareTo(wait) > 0 ? slowWait : wait;
    }

    synchronized void add(long now) {
        if (dayEnds <= now) {
            dayEnds = now + DAY.toNanos();
            today = 0;
        }
        today++;
        attempts.acquire(now, MAX_WAIT);
        slow.acquire(now, SLOW_RATE.interval());
    }
}
