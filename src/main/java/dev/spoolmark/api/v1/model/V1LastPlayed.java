package dev.spoolmark.api.v1.model;

import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.body.DateTimeParser;
import dev.spoolmark.http.body.LenientValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Parses `last_played`, the time of the last play (`docs/spec/v1/conventions.md#last_played`).
public final class V1LastPlayed {

    private V1LastPlayed() {}

    /// Absent, an empty text and 0 mean now. Empty if it cannot be parsed, is before the first films or far in
    /// the future.
    public static Optional<Instant> of(@Nullable LenientValue value, Instant now) {
        Optional<String> text = V1Values.text(value);
        return text.isEmpty() || isZero(value)
                ? Optional.of(now)
                : text.flatMap(DateTimeParser::parse)
                        .filter(time -> !time.isBefore(ValueLimits.FIRST_PLAY)
                                && !time.isAfter(now.plus(ValueLimits.PLAY_AHEAD)));
    }

    private static boolean isZero(@Nullable LenientValue value) {
        return value != null && value.asLong().orElse(1) == 0;
    }
}
