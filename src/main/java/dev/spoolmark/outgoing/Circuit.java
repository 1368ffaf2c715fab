package dev.spoolmark.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Leaves a destination alone for a while after it failed several times on end, or as long as it asked for (`SEC-F4`).
///
/// When the while is over, one more failure is enough to open the circuit again.
final class Circuit {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(60);
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private int failures;
    private @Nullable Instant open;

    /// Until when nothing may be sent.
    synchronized Optional<Instant> openUntil(Instant now) {
        Instant until = open;
        return until == null || !now.isBefore(until) ? Optional.empty() : Optional.of(until);
    }

    synchronized void succeeded() {
        failures = 0;
        open = null;
    }

    synchronized void failed(Instant now) {
        failures++;
        if (failures >= FAILURES) {
            failures = FAILURES - 1;
            rest(now, REST);
        }
    }

    /// The destination said itself how long it wants to be left alone.
    synchronized void asked(Instant now, Duration wanted) {
        rest(now, wanted.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wanted);
    }

    private void rest(Instant now, Duration rest) {
        Instant until = now.plus(rest);
        if (open == null || until.isAfter(open)) {
            open = until;
        }
    }
}
