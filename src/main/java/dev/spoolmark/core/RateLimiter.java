package dev.spoolmark.core;

import java.time.Duration;

/// The generic cell rate algorithm (GCRA) for one key (`docs/security.md#rate-limits`). Its state is one number: the
/// time at which all permits are paid for at the steady rate. A permit is denied while that time is more than a
/// burst ahead.
///
/// All times are nanoseconds of a [MonotonicTicker].
public final class RateLimiter {

    private final long burst;
    private final long interval;
    private long reservedUntil = Long.MIN_VALUE;

    public RateLimiter(RateLimit limit) {
        interval = limit.interval().toNanos();
        burst = (limit.burst() - 1) * interval;
    }

    /// Takes a permit.
    ///
    /// @return zero, or the time until a permit is available; then none was taken
    public synchronized Duration tryAcquire(long now) {
        long wait = nanosUntilPermit(now);
        if (wait > 0) {
            return Duration.ofNanos(wait);
        }
        reservedUntil = Math.max(reservedUntil, now) + interval;
        return Duration.ZERO;
    }

    /// Time until a permit is available, zero if one is. Takes none.
    public synchronized Duration untilPermit(long now) {
        return Duration.ofNanos(nanosUntilPermit(now));
    }

    /// Takes a permit even if none is available.
    ///
    /// @param maximum the permits taken are paid for after this time at the latest
    public synchronized void acquire(long now, Duration maximum) {
        reservedUntil = Math.min(Math.max(reservedUntil, now) + interval, now + maximum.toNanos());
    }

    /// Gives back a permit that was taken, for work that was not done.
    public synchronized void refund() {
        if (reservedUntil > Long.MIN_VALUE + interval) {
            reservedUntil -= interval;
        }
    }

    private long nanosUntilPermit(long now) {
        return Math.max(0, Math.max(reservedUntil, now) - now - burst);
    }
}
