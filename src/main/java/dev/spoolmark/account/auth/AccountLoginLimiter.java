package dev.spoolmark.account.auth;

import dev.spoolmark.core.ClientNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// The wrong passwords lately tried on one account: five are free, then one each half minute
/// (`docs/security.md#guessing`).
final class AccountLoginLimiter {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration INTERVAL = Duration.ofSeconds(30);
    static final int FREE = 5;

    private final Deque<Guess> recent = new ArrayDeque<>();

    /// How long until the next guess may be made; zero when it may be made now.
    synchronized Duration untilNext(Instant now) {
        while (!recent.isEmpty() && !recent.getFirst().at().plus(WINDOW).isAfter(now)) {
            recent.removeFirst();
        }
        return recent.size() < FREE
                ? Duration.ZERO
                : Duration.between(now, recent.getLast().at().plus(INTERVAL));
    }

    synchronized void add(Instant now, ClientNetwork from) {
        recent.addLast(new Guess(now, from));
    }

    /// Who got in from there mistyped before; what others tried from elsewhere still counts.
    synchronized void forgive(ClientNetwork from) {
        recent.removeIf(guess -> guess.from().equals(from));
    }

    private record Guess(Instant at, ClientNetwork from) {}
}
