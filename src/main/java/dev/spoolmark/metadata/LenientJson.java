package dev.spoolmark.metadata;

import dev.spoolmark.core.ValueLimits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads optional members of responses. A member of the wrong form counts as absent.
public final class LenientJson {

    /// The last second of the year 9999.
    private static final long LAST_SECOND = 253_402_300_799L;

    private LenientJson() {}

    /// Accepts numbers, since some sources write texts of digits as numbers.
    public static Optional<String> text(JsonNode object, String name) {
        return StrictJsonObject.textOf(object.path(name)).filter(text -> !text.isBlank());
    }

    static @Nullable public String textOrNull(JsonNode object, String name) {
        return text(object, name).orElse(null);
    }

    /// Accepts texts, since some sources write numbers as texts.
    static @Nullable public Long number(JsonNode object, String name) {
        return StrictJsonObject.numberOf(object.path(name)).orElse(null);
    }

    /// The id of a movie, show or person.
    static @Nullable public Long id(JsonNode object, String name) {
        Long number = number(object, name);
        return number == null || number <= 0 || number > ValueLimits.LARGEST_ID ? null : number;
    }

    static @Nullable public Integer count(JsonNode object, String name) {
        return count(object.path(name));
    }

    static @Nullable public Integer count(JsonNode node) {
        return StrictJsonObject.numberOf(node)
                .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElse(null);
    }

    static @Nullable public LocalDate date(JsonNode object, String name) {
        try {
            return text(object, name).map(String::strip).map(LenientDates::day).orElse(null);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /// The year of a complete or incomplete date.
    static @Nullable public Integer year(JsonNode object, String name) {
        return LenientDates.year(textOrNull(object, name));
    }

    public static Optional<AirTime> time(JsonNode object, String name) {
        try {
            return text(object, name).map(AirTime::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// An instant in seconds of Unix time.
    public static Optional<Instant> instant(JsonNode node) {
        return StrictJsonObject.numberOf(node)
                .filter(second -> second >= 0 && second <= LAST_SECOND)
                .map(Instant::ofEpochSecond);
    }
}
