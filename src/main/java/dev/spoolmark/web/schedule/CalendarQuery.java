package dev.spoolmark.web.schedule;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.library.AddressDates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The month or day in the address of the calendar.
///
/// @param <T> month or day
/// @param valid false if the address has another value; then it is the present one
record CalendarQuery<T>(T value, boolean valid) {

    private static final Pattern MONTH = Pattern.compile("([0-9]{4})-(0[1-9]|1[0-2])");

    /// The member `month`: `2026-11`, of the years 1850 to 2200.
    static CalendarQuery<YearMonth> month(PageRequest request, LocalDate today) {
        Optional<String> sent = request.query("month");
        Optional<YearMonth> month = sent.flatMap(CalendarQuery::month);
        return new CalendarQuery<>(month.orElse(YearMonth.from(today)), sent.isEmpty() || month.isPresent());
    }

    /// The member `day`: `2026-11-30`.
    static CalendarQuery<LocalDate> day(PageRequest request, LocalDate today) {
        Optional<String> sent = request.query("day");
        Optional<LocalDate> day = sent.flatMap(AddressDates::parse);
        return new CalendarQuery<>(day.orElse(today), sent.isEmpty() || day.isPresent());
    }

    private static Optional<YearMonth> month(String text) {
        Matcher parts = MONTH.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = AsciiNumber.parseInt(parts.group(1));
        return year < ValueLimits.FIRST_YEAR || year > ValueLimits.LAST_YEAR
                ? Optional.empty()
                : Optional.of(YearMonth.of(year, AsciiNumber.parseInt(parts.group(2))));
    }
}
