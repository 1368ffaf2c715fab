package dev.spoolmark.web.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Dates, times and numbers as one user reads them.
public final class Formats {

    private final ZoneId zone;
    private final Locale language;
    private final DateTimeFormatter date;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;
    private final DateTimeFormatter month;

    /// @param clock24Hours 13:05 rather than 1:05 pm
    public Formats(ZoneId zone, Locale language, boolean clock24Hours) {
        this.zone = zone;
        this.language = language;
        date = new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.MEDIUM, null)
                .toFormatter(language);
        day = new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.FULL, null)
                .toFormatter(language);
        month = DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(language);
        time = DateTimeFormatter.ofPattern(clock24Hours ? "HH:mm" : "h:mm a", language);
    }

    public ZoneId zone() {
        return zone;
    }

    /// The day in the time zone of the user.
    public String date(Instant instant) {
        return date.format(instant.atZone(zone));
    }

    public String date(LocalDate day) {
        return date.format(day);
    }

    /// Month and year.
    public String month(YearMonth month) {
        return this.month.format(month);
    }

    /// With the weekday.
    public String day(LocalDate date) {
        return day.format(date);
    }

    /// Day and time in the time zone of the user.
    public String dateTime(Instant instant) {
        return date(instant) + ", " + time(instant);
    }

    public String time(Instant instant) {
        return time.format(instant.atZone(zone));
    }

    /// For the attribute `datetime`.
    public String machine(Instant instant) {
        return instant.toString();
    }

    /// With the separators of the language.
    public String number(long number) {
        return String.format(language, "%,d", number);
    }
}
