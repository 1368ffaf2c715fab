package dev.spoolmark.http.overload;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Estimates the wait in a queue as an exponentially weighted average of the time between departures. Updates are
/// not synchronised; a lost update is harmless.
final class QueueWaitEstimator {

    /// The weight of the newest time is 1 / SMOOTHING.
    private static final int SMOOTHING = 16;

    /// A queue without a departure for so many timeouts is empty: in one that stalls, the first waiter times out.
    private static final int STALE_TIMEOUTS = 2;

    private final LongSupplier nanos;
    private final long staleAfter;
    private volatile long lastDeparture;
    private volatile long nanosPerDeparture;

    /// @param nanos a clock like that of `System.nanoTime`
    /// @param timeout timeout of a waiter
    QueueWaitEstimator(LongSupplier nanos, Duration timeout) {
        this.nanos = nanos;
        this.staleAfter = STALE_TIMEOUTS * timeout.toNanos();
        this.lastDeparture = nanos.getAsLong();
    }

    long now() {
        return nanos.getAsLong();
    }

    /// Records that a waiter left the queue, with a permit or after its timeout.
    ///
    /// @param began when it joined the queue
    void recordDeparture(long began) {
        long now = nanos.getAsLong();
        long elapsed = now - Math.max(lastDeparture, began);
        lastDeparture = now;
        long before = nanosPerDeparture;
        nanosPerDeparture = before + (elapsed - before) / SMOOTHING;
    }

    /// Expected wait behind so many waiters; zero without recent departures.
    long expectedWaitNanos(int existing) {
        return nanos.getAsLong() - lastDeparture > staleAfter ? 0 : existing * nanosPerDeparture;
    }
}
