package dev.spoolmark.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// At most `limit` events in any period as long as `window`. It is exact, for limits that [RateLimiter] would exceed
/// in the first window, and stores one time per event, so `limit` should be small.
///
/// All times are nanoseconds of a [MonotonicTicker].
public final class SlidingWindow {

    private final int limit;
    private final long window;
    private final Deque<Long> events = new ArrayDeque<>();

    public SlidingWindow(int limit, Duration window) {
        this.limit = limit;
        this.window = window.toNanos();
    }

    /// Time until another event is permitted, zero if one is.
    public synchronized Duration untilPermit(long now) {
        return events.size() < limit ? Duration.ZERO : Duration.ofNanos(Math.max(0, events.getFirst() + window - now));
    }

    /// Counts an event. The caller has checked [#untilPermit].
    public synchronized void add(long at) {
        if (events.size() == limit) {
            events.removeFirst();
        }
        events.addLast(at);
    }

    /// Takes back an event that did not happen.
    public synchronized void remove(long at) {
        events.removeLastOccurrence(at);
    }

    /// Counts the next permitted event and returns the time until then; empty, and not counted, when that is longer
    /// than `timeout`.
    public synchronized Optional<Duration> reserve(long now, Duration timeout) {
        Duration wait = untilPermit(now);
        if (wait.compareTo(timeout) > 0) {
            return Optional.empty();
        }
        add(now + wait.toNanos());
        return Optional.of(wait);
    }
}
