package dev.spoolmark.web.statistics;

import dev.spoolmark.stats.viewing.PlayCount;
import dev.spoolmark.stats.viewing.StatisticsPeriod;
import dev.spoolmark.stats.viewing.StatisticsPeriod.AllTime;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfMonth;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfYear;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.text.Formats;
import dev.spoolmark.web.text.Texts;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;

/// Numbers, durations, days and periods in the language of a page.
record StatisticsTexts(Texts text, Formats formats) {

    private static final int MINUTES_AN_HOUR = 60;

    /// From this number of hours on, minutes are left out.
    private static final int MANY_HOURS = 100;

    static StatisticsTexts of(PageRequest request) {
        return new StatisticsTexts(request.text(), request.formats());
    }

    String number(long number) {
        return formats.number(number);
    }

    /// `45 min`, `3 h 5 min`, `1,240 h`.
    String duration(long minutes) {
        long hours = minutes / MINUTES_AN_HOUR;
        if (hours == 0) {
            return text.get("stats.minutes", number(minutes));
        }
        return hours < MANY_HOURS && minutes % MINUTES_AN_HOUR > 0
                ? text.get("stats.hours_minutes", number(hours), number(minutes % MINUTES_AN_HOUR))
                : text.get("stats.hours", number(hours));
    }

    /// `12 plays · 9 h 5 min`.
    String playsAndTime(PlayCount count) {
        String plays = plays(count.plays());
        return count.minutes() == 0 ? plays : plays + " · " + duration(count.minutes());
    }

    String plays(long number) {
        return text.count("stats.plays", number);
    }

    /// `12 plays · 3 titles`.
    String playsAndTitles(int plays, int titles) {
        return plays(plays) + " · " + text.count("stats.titles", titles);
    }

    String days(long number) {
        return text.count("stats.days", number);
    }

    String month(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, text.language());
    }

    String shortMonth(Month month) {
        return month.getDisplayName(TextStyle.SHORT_STANDALONE, text.language());
    }

    String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, text.language());
    }

    String shortDay(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, text.language());
    }

    /// `All time`, `2013`, `June 2013`.
    String period(StatisticsPeriod period) {
        return switch (period) {
            case AllTime _ -> text.get("stats.all_time");
            case OfYear(int year) -> Integer.toString(year);
            case OfMonth(YearMonth month) ->
                text.get("stats.month_of_year", month(month.getMonth()), Integer.toString(month.getYear()));
        };
    }
}
