package dev.spoolmark.stats.viewing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a user watched in a period, in the time zone of the user. Lists of titles, people and names are limited, those
/// with the most plays come first.
///
/// @param tag changes when the plays or ratings of the user change
/// @param plays all plays of the period; of all time with those at an unknown time
/// @param undated how many of them are at an unknown time, which are in none of the counts by time
/// @param unmeasured plays of items without a known running time
/// @param movieCount number of different movies
/// @param showCount number of different shows
/// @param activeDays number of days with a play
/// @param spans for all time its years, for a year its months, for a month its days; with those without plays
/// @param months January to December, over all years
/// @param hours 168 numbers of plays: the 24 hours of Monday, then of the other days
/// @param newShows shows first watched in the year, the first one first; empty for other periods
/// @param cast actors, in the 250 titles with the most plays
/// @param crew others, in the 250 titles with the most plays
/// @param ratings number of ratings with each score, from 1 to 10, of ratings made in the period
/// @param longestDay the day with the most minutes
/// @param lastRun the last days without a gap
public record PeriodStatistics(
        StatisticsPeriod period,
        ZoneId zone,
        String tag,
        PlayCount plays,
        PlayCount moviePlays,
        int undated,
        int unmeasured,
        int movieCount,
        int showCount,
        int activeDays,
        List<DayCount> spans,
        List<PlayCount> months,
        List<Integer> hours,
        List<TitleCount> shows,
        List<TitleCount> movies,
        List<DatedPlay> newShows,
        List<PersonCount> cast,
        List<PersonCount> crew,
        List<NameCount> genres,
        List<NameCount> countries,
        List<NameCount> decades,
        List<Integer> ratings,
        @Nullable DayCount longestDay,
        @Nullable DayRun longestRun,
        @Nullable DayRun lastRun,
        @Nullable DatedPlay first,
        @Nullable DatedPlay last) {

    private static final int HOURS_A_DAY = 24;

    /// About the bytes of the parts of fixed length, and of an entry of a list, in memory.
    private static final int FIXED_BYTES = 6_000;

    private static final int ENTRY_BYTES = 80;

    public PeriodStatistics {
        spans = List.copyOf(spans);
        months = List.copyOf(months);
        hours = List.copyOf(hours);
        shows = List.copyOf(shows);
        movies = List.copyOf(movies);
        newShows = List.copyOf(newShows);
        cast = List.copyOf(cast);
        crew = List.copyOf(crew);
        genres = List.copyOf(genres);
        countries = List.copyOf(countries);
        decades = List.copyOf(decades);
        ratings = List.copyOf(ratings);
    }

    public PlayCount episodePlays() {
        return new PlayCount(plays.plays() - moviePlays.plays(), plays.minutes() - moviePlays.minutes());
    }

    /// The plays that began in an hour of a weekday.
    ///
    /// @param hour 0 to 23
    public int playsAt(DayOfWeek day, int hour) {
        return hours.get((day.getValue() - 1) * HOURS_A_DAY + hour);
    }

    /// The run of days that reaches today or yesterday, or null.
    public @Nullable DayRun currentRun(LocalDate today) {
        return lastRun == null || lastRun.last().isBefore(today.minusDays(1)) ? null : lastRun;
    }

    /// About the bytes in memory.
    int weight() {
        int entries = spans.size() + shows.size() + movies.size() + newShows.size() + cast.size() + crew.size();
        return FIXED_BYTES + ENTRY_BYTES * (entries + genres.size() + countries.size() + decades.size());
    }
}
