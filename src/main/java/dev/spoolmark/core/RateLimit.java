package dev.spoolmark.core;

import java.time.Duration;

/// A permitted rate: `burst` permits at once, then one per `interval`.
public record RateLimit(int burst, Duration interval) {

    /// `count` permits per `period`, all at once or spread over it.
    public static RateLimit of(int count, Duration period) {
        // Duration.dividedBy initializes BigDecimal, which takes 2 MB and some time of the start.
        return new RateLimit(count, Duration.ofNanos(period.toNanos() / count));
    }
}
