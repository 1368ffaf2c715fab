package dev.spoolmark.metadata;

import dev.spoolmark.core.AsciiNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses dates and instants in the formats of the sources. Years outside 1 to 9999 are rejected.
public final class LenientDates {

    private static final int DAY = "2015-06-24".length();
    private static final int LAST_YEAR = 9_999;
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})(?:-.*)?");

    private LenientDates() {}

    /// Parses a date, with or without a time.
    ///
    /// @throws DateTimeException if it is incomplete, as in `2015-00-00` or `2015-03`
    public static LocalDate day(String text) {
        boolean timed = text.length() > DAY && (text.charAt(DAY) == 'T' || text.charAt(DAY) == ' ');
        return checked(LocalDate.parse(timed ? text.substring(0, DAY) : text));
    }

    /// @throws DateTimeException if the text is not an instant
    public static Instant instant(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        checked(moment.toLocalDate());
        return moment.toInstant();
    }

    /// @return the year of a complete or incomplete date such as `2015-00-00`, `2015-03` or `2015`
    static @Nullable public Integer year(@Nullable String text) {
        Matcher year = YEAR.matcher(text == null ? "" : text.strip());
        return year.matches() ? Integer.valueOf(AsciiNumber.parseInt(year.group(1))) : null;
    }

    private static LocalDate checked(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("no such year: " + day.getYear());
        }
        return day;
    }
}
