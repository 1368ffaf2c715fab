package dev.spoolmark.http.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pauses requests to a host after several consecutive failures, or as long as the host requested
/// (`docs/security.md#sec-f4`).
///
/// After the pause, one more failure opens the circuit again. The pause is measured by the monotonic clock; its end
/// is reported in time of day.
final class CircuitBreaker {

    private static final int MAX_FAILURES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final Duration MAX_PAUSE = Duration.ofHours(1);

    private final InstantSource clock;
    private final InstantSource monotonic;
    private int failures;
    private @Nullable Open open;

    CircuitBreaker(InstantSource clock, InstantSource monotonic) {
        this.clock = clock;
        this.monotonic = monotonic;
    }

    /// @param until end of the pause by the monotonic clock
    /// @param timeOfDay the same in time of day, as of when the circuit opened
    private record Open(Instant until, Instant timeOfDay) {}

    /// The end of the pause, if the circuit is open.
    synchronized Optional<Instant> openUntil() {
        Open now = open;
        return now == null || !monotonic.instant().isBefore(now.until())
                ? Optional.empty()
                : Optional.of(now.timeOfDay());
    }

    synchronized void succeeded() {
        failures = 0;
        open = null;
    }

    synchronized void failed() {
        failures++;
        if (failures >= MAX_FAILURES) {
            failures = MAX_FAILURES - 1;
            openUntil(PAUSE);
        }
    }

    /// The destination sent `Retry-After`.
    synchronized void openFor(Duration requested) {
        openUntil(requested.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : requested);
    }

    private void openUntil(Duration rest) {
        Instant until = monotonic.instant().plus(rest);
        if (open == null || until.isAfter(open.until())) {
            open = new Open(until, clock.instant().plus(rest));
        }
    }
}
