package dev.spoolmark.core;

import java.time.Duration;
import java.time.Instant;

/// Stored moments that lie ahead of the clock were written while a clock was wrong. They stay in the record, and
/// decide nothing: see `docs/decisions/0021`.
public final class ClockSkew {

    /// How far the clocks of two servers may be apart.
    public static final Duration TOLERATED = Duration.ofMinutes(1);

    /// How far a clock may be set back between a request and its repetition, so that the repetition is still known
    /// as one.
    public static final Duration REPEATED = Duration.ofHours(12);

    private ClockSkew() {}

    /// Whether no clock that is right can have written this moment.
    public static boolean isAhead(Instant moment, Instant now) {
        return moment.isAfter(now.plus(TOLERATED));
    }
}
