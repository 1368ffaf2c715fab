package dev.spoolmark.http.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// No more than so many calls in so much time. Whoever comes too soon is told how long to wait, in turn.
final class SlidingWindowLimiter {

    private final int calls;
    private final Duration per;
    private final Deque<Instant> last = new ArrayDeque<>();

    SlidingWindowLimiter(int calls, Duration per) {
        this.calls = calls;
        this.per = per;
    }

    /// How long to wait before the next call, which is then taken; nothing, and nothing taken, when that is longer
    /// than `patience`.
    synchronized Optional<Duration> next(Instant now, Duration patience) {
        Instant free = last.size() < calls ? now : last.getFirst().plus(per);
        Duration wait = free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
        if (wait.compareTo(patience) > 0) {
            return Optional.empty();
        }
        if (last.size() == calls) {
            last.removeFirst();
        }
        last.addLast(now.plus(wait));
        return Optional.of(wait);
    }
}
