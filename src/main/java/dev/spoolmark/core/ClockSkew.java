package dev.spoolmark.core;

import java.time.Duration;
import java.time.Instant;

/// Stored times in the future were written while a clock was wrong. They are kept and ignored in decisions: see
/// `docs/decisions/0021`.
public final class ClockSkew {

    /// Maximum difference between the clocks of two servers.
    public static final Duration TOLERANCE = Duration.ofMinutes(1);

    /// Maximum time by which a clock may be set back between a request and its repetition, for the repetition
    /// to be recognised.
    public static final Duration REPEATED = Duration.ofHours(12);

    private ClockSkew() {}

    /// Whether this time is later than any correct clock can have written.
    public static boolean isAhead(Instant moment, Instant now) {
        return moment.isAfter(now.plus(TOLERANCE));
    }
}
