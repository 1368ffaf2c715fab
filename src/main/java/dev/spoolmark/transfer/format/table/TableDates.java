package dev.spoolmark.transfer.format.table;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as spreadsheets and programs write them: ISO 8601, `04.01.2020 20:30`, `1/4/2020 8:30 PM`, `Jan 4, 2020`,
/// `2020`,
/// `2020-01`, and seconds or milliseconds since 1970.
final class TableDates {

    private static final String RELEASED = "released";

    /// Hours, minutes, seconds, and `a` or `p` for the half of the day.
    private static final String TIME =
            "(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?\\s*(?:([ap])\\.?m\\.?)?)?";

    private static final Pattern DAY_OR_MONTH_FIRST =
            Pattern.compile("(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})" + TIME);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./](\\d{1,2})[./](\\d{1,2})" + TIME);
    private static final Pattern MONTH_NAME = Pattern.compile("([a-z]{3})[a-z]*\\.? (\\d{1,2}),? (\\d{4})" + TIME);
    private static final Pattern DAY_MONTH_NAME =
            Pattern.compile("(\\d{1,2})[ -]([a-z]{3})[a-z]*\\.?[ -](\\d{4})" + TIME);
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern MONTH = Pattern.compile("((?:19|20)\\d{2})-(\\d{2})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /// Years of two digits from here belong to the last century.
    private static final int LAST_CENTURY = 70;

    private final TableDateOrder order;
    private final ZoneId zone;

    /// @param order of dates with slashes or hyphens; with dots the day is always first
    /// @param zone of times without an offset
    TableDates(TableDateOrder order, ZoneId zone) {
        this.order = order;
        this.zone = zone;
    }

    /// The two numbers of a date of which either may be the day; null for other values.
    static int @Nullable [] dayAndMonth(String cell) {
        Matcher date = DAY_OR_MONTH_FIRST.matcher(cell.strip().toLowerCase(Locale.ROOT));
        return date.matches() && !date.group(2).equals(".")
                ? new int[] {AsciiNumber.parseInt(date.group(1)), AsciiNumber.parseInt(date.group(3))}
                : null;
    }

    /// @return empty if it cannot be read. `released`, the day of the release of the item, is unknown here
    Optional<WatchedTime> time(String cell) {
        String text = cell.strip().toLowerCase(Locale.ROOT);
        if (text.equals(RELEASED)) {
            return Optional.of(WatchedTime.UNKNOWN);
        }
        try {
            WatchedTime found = parse(text);
            return found == null ? CellValues.time(cell, zone) : Optional.of(found);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// @return null for other values
    private @Nullable WatchedTime parse(String text) {
        Matcher numbers = DAY_OR_MONTH_FIRST.matcher(text);
        if (numbers.matches()) {
            boolean isDayFirst = numbers.group(2).equals(".") || order == TableDateOrder.DAY_MONTH_YEAR;
            int month = number(numbers, isDayFirst ? 3 : 1);
            return time(LocalDate.of(year(numbers.group(4)), month, number(numbers, isDayFirst ? 1 : 3)), numbers, 5);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return time(LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3)), yearFirst, 4);
        }
        Matcher monthName = MONTH_NAME.matcher(text);
        if (monthName.matches()) {
            int month = MONTHS.indexOf(monthName.group(1)) + 1;
            return time(LocalDate.of(number(monthName, 3), month, number(monthName, 2)), monthName, 4);
        }
        Matcher dayName = DAY_MONTH_NAME.matcher(text);
        if (dayName.matches()) {
            int month = MONTHS.indexOf(dayName.group(2)) + 1;
            return time(LocalDate.of(number(dayName, 3), month, number(dayName, 1)), dayName, 4);
        }
        return ofDigits(text);
    }

    private static @Nullable WatchedTime ofDigits(String text) {
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return WatchedTime.of(YearMonth.of(number(month, 1), number(month, 2)));
        }
        if (YEAR.matcher(text).matches()) {
            return WatchedTime.of(Year.of(AsciiNumber.parseInt(text)));
        }
        if (SECONDS.matcher(text).matches()) {
            return CellValues.known(Instant.ofEpochSecond(AsciiNumber.parseLong(text)));
        }
        return MILLISECONDS.matcher(text).matches()
                ? CellValues.known(Instant.ofEpochMilli(AsciiNumber.parseLong(text)))
                : null;
    }

    /// A day, or a time in the zone of the user if the cell has a clock time.
    ///
    /// @param hours number of the group with the hour, before those with minutes, seconds and half of the day
    private WatchedTime time(LocalDate day, Matcher cell, int hours) {
        if (cell.group(hours) == null) {
            return WatchedTime.of(day);
        }
        int hour = number(cell, hours);
        String half = cell.group(hours + 3);
        if (half != null) {
            hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        int second = cell.group(hours + 2) == null ? 0 : number(cell, hours + 2);
        LocalTime clock = LocalTime.of(hour, number(cell, hours + 1), second);
        return CellValues.known(day.atTime(clock).atZone(zone).toInstant());
    }

    private static int number(Matcher cell, int group) {
        return AsciiNumber.parseInt(cell.group(group));
    }

    private static int year(String digits) {
        int year = AsciiNumber.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year + (year < LAST_CENTURY ? 2000 : 1900);
    }
}
