package dev.spoolmark.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what a source tells beside the essential: a member that is not what it should be counts as not told.
final class Lenient {

    private Lenient() {}

    static Optional<String> text(JsonNode object, String name) {
        JsonNode node = object.path(name);
        return node.isString() && !node.stringValue().isBlank() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    static @Nullable String textOrNull(JsonNode object, String name) {
        return text(object, name).orElse(null);
    }

    /// Some write numbers as texts.
    static @Nullable Long number(JsonNode object, String name) {
        JsonNode node = object.path(name);
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        return text(object, name)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    static @Nullable Integer count(JsonNode object, String name) {
        Long number = number(object, name);
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : number.intValue();
    }

    static @Nullable LocalDate date(JsonNode object, String name) {
        try {
            return text(object, name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static @Nullable Integer yearOf(@Nullable LocalDate date) {
        return date == null ? null : date.getYear();
    }
}
