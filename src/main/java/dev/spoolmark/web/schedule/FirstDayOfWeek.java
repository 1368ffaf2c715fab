package dev.spoolmark.web.schedule;

import dev.spoolmark.account.WeekStart;
import dev.spoolmark.web.PageRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;

/// The day on which the weeks of a user begin: by the settings, or as is usual where the browser comes from.
public final class FirstDayOfWeek {

    private static final int LONGEST_HEADER = 200;

    private FirstDayOfWeek() {}

    public static DayOfWeek of(PageRequest request) {
        WeekStart start = request.currentSession()
                .map(session -> session.account().preferences().pages().weekStart())
                .orElse(WeekStart.AUTOMATIC);
        return switch (start) {
            case MONDAY -> DayOfWeek.MONDAY;
            case SUNDAY -> DayOfWeek.SUNDAY;
            case SATURDAY -> DayOfWeek.SATURDAY;
            case AUTOMATIC -> usual(request.http().header("Accept-Language").orElse(""));
        };
    }

    /// The first day of the week that contains a day.
    static LocalDate startOfWeek(LocalDate day, DayOfWeek first) {
        return day.with(TemporalAdjusters.previousOrSame(first));
    }

    /// Monday (ISO 8601), unless the first language of the browser names a region with another usage.
    static DayOfWeek usual(String acceptLanguage) {
        if (acceptLanguage.length() > LONGEST_HEADER) {
            return DayOfWeek.MONDAY;
        }
        Locale locale = Locale.forLanguageTag(acceptLanguage.split("[,;]", 2)[0].strip());
        return locale.getCountry().isEmpty()
                ? DayOfWeek.MONDAY
                : dayOf(Calendar.getInstance(TimeZone.getTimeZone("UTC"), locale)
                        .getFirstDayOfWeek());
    }

    /// @param number as [Calendar] numbers the days: Sunday is 1
    private static DayOfWeek dayOf(int number) {
        return DayOfWeek.SUNDAY.plus(number - Calendar.SUNDAY);
    }
}
