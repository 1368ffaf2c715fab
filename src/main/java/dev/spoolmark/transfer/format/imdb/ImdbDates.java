package dev.spoolmark.transfer.format.imdb;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days: `2020-01-04`, and `Sat Jan  4 00:00:00 2014` before 2017.
final class ImdbDates {

    private static final Pattern OLD =
            Pattern.compile("[A-Za-z]{3} +([A-Za-z]{3}) +(\\d{1,2}) +\\d{1,2}:\\d{2}:\\d{2} +(\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private ImdbDates() {}

    /// @return empty if it cannot be read
    static Optional<WatchedTime> time(String cell) {
        Matcher old = OLD.matcher(cell.strip());
        return old.matches() ? old(old) : CellValues.time(cell, ZoneOffset.UTC);
    }

    private static Optional<WatchedTime> old(Matcher date) {
        int month = MONTHS.indexOf(date.group(1).toLowerCase(Locale.ROOT)) + 1;
        try {
            return Optional.of(WatchedTime.of(
                    LocalDate.of(AsciiNumber.parseInt(date.group(3)), month, AsciiNumber.parseInt(date.group(2)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The day in the first of these columns that has one, as 12:00 UTC. Null if there is none.
    static @Nullable Instant at(CsvRow row, String... columns) {
        return time(row.get(columns)).map(WatchedTime::at).orElse(null);
    }
}
