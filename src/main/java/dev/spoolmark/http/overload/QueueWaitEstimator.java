package dev.spoolmark.http.overload;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How fast a line moves, from how long its first waited of late after the one before had gone. One thread at a time
/// tells it of moves, more or less: a move that is lost matters little.
final class QueueWaitEstimator {

    /// The newest time counts for one part of so many.
    private static final int SMOOTHING = 16;

    /// A line that stands still moves once in a patience, when its first gives up; one that did not for so many is
    /// empty.
    private static final int FORGOTTEN = 2;

    private final LongSupplier nanos;
    private final long staleAfter;
    private volatile long lastMove;
    private volatile long nanosAPlace;

    /// @param nanos a clock like that of `System.nanoTime`
    /// @param patience how long anybody stands in the line at most
    QueueWaitEstimator(LongSupplier nanos, Duration patience) {
        this.nanos = nanos;
        this.staleAfter = FORGOTTEN * patience.toNanos();
        this.lastMove = nanos.getAsLong();
    }

    long now() {
        return nanos.getAsLong();
    }

    /// Somebody left the line, to work or after waiting in vain.
    ///
    /// @param began when they joined it
    void recordDeparture(long began) {
        long now = nanos.getAsLong();
        long took = now - Math.max(lastMove, began);
        lastMove = now;
        long before = nanosAPlace;
        nanosAPlace = before + (took - before) / SMOOTHING;
    }

    /// How long so many should need to get their turns. What was seen long ago tells nothing.
    long expectedWaitNanos(int existing) {
        return nanos.getAsLong() - lastMove > staleAfter ? 0 : existing * nanosAPlace;
    }
}
