package dev.spoolmark.http.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Leaves a destination alone for a while after it failed several times on end, or as long as it asked for
/// (`docs/security.md#sec-f4`).
///
/// When the while is over, one more failure is enough to open the circuit again. How long it is open is measured by
/// the steady clock; until when that is, is said by the time of day.
final class CircuitBreaker {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(60);
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final InstantSource clock;
    private final InstantSource steady;
    private int failures;
    private @Nullable Open open;

    CircuitBreaker(InstantSource clock, InstantSource steady) {
        this.clock = clock;
        this.steady = steady;
    }

    /// @param until by the steady clock
    /// @param said the same by the time of day as it was when the circuit opened
    private record Open(Instant until, Instant said) {}

    /// Until when nothing may be sent.
    synchronized Optional<Instant> openUntil() {
        Open now = open;
        return now == null || !steady.instant().isBefore(now.until()) ? Optional.empty() : Optional.of(now.said());
    }

    synchronized void succeeded() {
        failures = 0;
        open = null;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            failures = FAILURES - 1;
            openUntil(REST);
        }
    }

    /// The destination sent `Retry-After`.
    synchronized void openFor(Duration wanted) {
        openUntil(wanted.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wanted);
    }

    private void openUntil(Duration rest) {
        Instant until = steady.instant().plus(rest);
        if (open == null || until.isAfter(open.until())) {
            open = new Open(until, clock.instant().plus(rest));
        }
    }
}
