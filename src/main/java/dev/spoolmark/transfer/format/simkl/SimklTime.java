package dev.spoolmark.transfer.format.simkl;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times in UTC: `18-12-2023 21:50:41` in tables, ISO 8601 in documents.
final class SimklTime {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4})(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");

    private SimklTime() {}

    /// @return empty if it cannot be read
    static Optional<WatchedTime> parse(String text) {
        Matcher parts = DAY_FIRST.matcher(text.strip());
        if (!parts.matches()) {
            return CellValues.time(text, ZoneOffset.UTC);
        }
        try {
            LocalDate day = LocalDate.of(number(parts, 3), number(parts, 2), number(parts, 1));
            if (parts.group(4) == null) {
                return Optional.of(WatchedTime.of(day));
            }
            LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6));
            return Optional.of(CellValues.known(day.atTime(time).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : AsciiNumber.parseInt(parts.group(group));
    }
}
