package dev.spoolmark.account.auth;

import dev.spoolmark.core.ClientNetwork;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Limits wrong passwords for one account: 5 within 15 minutes, then one every 30 s (`docs/security.md#guessing`).
/// Times are nanoseconds.
final class AccountLoginLimiter {

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int MAX_FAILURES = 5;

    private final Deque<Failure> recent = new ArrayDeque<>();

    private record Failure(long at, ClientNetwork from) {}

    /// Time until the next attempt is allowed; zero or negative if one is.
    synchronized Duration untilNext(long now) {
        while (!recent.isEmpty() && recent.getFirst().at() + WINDOW.toNanos() <= now) {
            recent.removeFirst();
        }
        return recent.size() < MAX_FAILURES
                ? Duration.ZERO
                : Duration.ofNanos(recent.getLast().at() + INTERVAL.toNanos() - now);
    }

    synchronized void add(long now, ClientNetwork from) {
        recent.addLast(new Failure(now, from));
    }

    /// Clears failures from this network after a successful sign-in; failures from other networks stay.
    synchronized void reset(ClientNetwork from) {
        recent.removeIf(failure -> failure.from().equals(from));
    }
}
