package dev.spoolmark.transfer.format.netflix;

import dev.spoolmark.core.AsciiNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day as a file has it.
///
/// @param order of its two small numbers; null if its layout does not say it
record NetflixDate(
        int year, int first, int second, @Nullable NetflixDateOrder order) {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-./]\\s?(\\d{1,2})[-./]\\s?(\\d{1,2})\\.?(?:[T ]0?0:00.*)?");
    private static final Pattern DOTS = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{2}|\\d{4})\\.?");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{2}|\\d{4})");
    private static final int CENTURY = 2000;

    /// @return empty if it is no day
    static Optional<NetflixDate> parse(String cell) {
        String text = cell.strip();
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return Optional.of(new NetflixDate(
                    number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3), NetflixDateOrder.MONTH_FIRST));
        }
        Matcher dots = DOTS.matcher(text);
        if (dots.matches()) {
            return Optional.of(yearLast(dots, NetflixDateOrder.DAY_FIRST));
        }
        Matcher slashes = SLASHES.matcher(text);
        return slashes.matches() ? Optional.of(yearLast(slashes, null)) : Optional.empty();
    }

    private static NetflixDate yearLast(Matcher date, @Nullable NetflixDateOrder order) {
        int year = number(date, 3);
        return new NetflixDate(year < 100 ? CENTURY + year : year, number(date, 1), number(date, 2), order);
    }

    private static int number(Matcher date, int group) {
        return AsciiNumber.parseInt(date.group(group));
    }

    /// The day in one order; its own one if its layout says it.
    ///
    /// @return empty if there is no such day
    Optional<LocalDate> in(NetflixDateOrder fallback) {
        NetflixDateOrder used = order == null ? fallback : order;
        int month = used == NetflixDateOrder.MONTH_FIRST ? first : second;
        int day = used == NetflixDateOrder.MONTH_FIRST ? second : first;
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
