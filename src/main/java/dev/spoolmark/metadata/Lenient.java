package dev.spoolmark.metadata;

import dev.spoolmark.kernel.Bounds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what a source tells beside the essential: a member that is not what it should be counts as not told.
final class Lenient {

    /// The last second of the year 9999.
    private static final long LAST_SECOND = 253_402_300_799L;

    private Lenient() {}

    /// Some write texts of digits as numbers.
    static Optional<String> text(JsonNode object, String name) {
        return Members.textOf(object.path(name)).filter(text -> !text.isBlank());
    }

    static @Nullable String textOrNull(JsonNode object, String name) {
        return text(object, name).orElse(null);
    }

    /// Some write numbers as texts.
    static @Nullable Long number(JsonNode object, String name) {
        return Members.numberOf(object.path(name)).orElse(null);
    }

    /// An id of a movie, a show or a person.
    static @Nullable Long id(JsonNode object, String name) {
        Long number = number(object, name);
        return number == null || number <= 0 || number > Bounds.LARGEST_ID ? null : number;
    }

    static @Nullable Integer count(JsonNode object, String name) {
        return count(object.path(name));
    }

    static @Nullable Integer count(JsonNode node) {
        return Members.numberOf(node)
                .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElse(null);
    }

    static @Nullable LocalDate date(JsonNode object, String name) {
        try {
            return text(object, name).map(String::strip).map(Dates::day).orElse(null);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /// The year of a date, or of what there is of it.
    static @Nullable Integer year(JsonNode object, String name) {
        return Dates.year(textOrNull(object, name));
    }

    static Optional<AirTime> time(JsonNode object, String name) {
        try {
            return text(object, name).map(AirTime::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// A moment in seconds of Unix time.
    static Optional<Instant> instant(JsonNode node) {
        return Members.numberOf(node)
                .filter(second -> second >= 0 && second <= LAST_SECOND)
                .map(Instant::ofEpochSecond);
    }
}
