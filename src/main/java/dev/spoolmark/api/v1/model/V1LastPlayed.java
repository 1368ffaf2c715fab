package dev.spoolmark.api.v1.model;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.body.DateTimeParser;
import dev.spoolmark.http.body.LenientValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Parses `last_played`, the time of the last play (`docs/spec/v1/conventions.md#last_played`).
public final class V1LastPlayed {

    private V1LastPlayed() {}

    /// The time of an item. An absent value and 0 mean now.
    ///
    /// @param value of the item itself
    /// @param common of the whole body, for items without one
    /// @return empty if it cannot be parsed, is before the first films or far in the future
    public static Optional<Instant> of(@Nullable LenientValue value, @Nullable LenientValue common, Instant now) {
        return of(value == null ? common : value, now);
    }

    /// @throws ProblemException with `Invalid`
    public static Instant required(@Nullable LenientValue value, Instant now) {
        return of(value, now).orElseThrow(() -> new ProblemException(new Problem.Invalid("last_played")));
    }

    private static Optional<Instant> of(@Nullable LenientValue value, Instant now) {
        return value == null || value.asLong().orElse(1) == 0
                ? Optional.of(now)
                : DateTimeParser.parse(value.text())
                        .filter(time -> !time.isBefore(ValueLimits.FIRST_PLAY)
                                && !time.isAfter(now.plus(ValueLimits.PLAY_AHEAD)));
    }
}
