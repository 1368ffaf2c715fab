package dev.spoolmark.stats.viewing;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The days with plays, in their order.
record DayTotals(List<DayCount> days) {

    private static final Comparator<DayCount> LONGEST = Comparator.<DayCount>comparingLong(
                    day -> day.count().minutes())
            .thenComparingInt(day -> day.count().plays())
            .thenComparing(DayCount::day, Comparator.reverseOrder());

    DayTotals {
        days = List.copyOf(days);
    }

    /// The day with the most minutes; of several with as many, the one with the most plays, then the first.
    @Nullable
    DayCount longest() {
        return days.stream().max(LONGEST).orElse(null);
    }

    /// The longest run of days; of several as long, the first.
    @Nullable
    DayRun longestRun() {
        DayRun longest = null;
        DayRun run = null;
        for (DayCount day : days) {
            run = DayRun.extend(run, day.day());
            if (longest == null || run.length() > longest.length()) {
                longest = run;
            }
        }
        return longest;
    }

    @Nullable
    DayRun lastRun() {
        DayRun run = null;
        for (DayCount day : days) {
            run = DayRun.extend(run, day.day());
        }
        return run;
    }

    /// January to December, over all years.
    List<PlayCount> months() {
        PlayCount[] months = new PlayCount[Month.values().length];
        java.util.Arrays.fill(months, PlayCount.NONE);
        for (DayCount day : days) {
            int month = day.day().getMonthValue() - 1;
            months[month] = months[month].plus(day.count());
        }
        return List.of(months);
    }

    /// The parts of a period in their order, with those without plays.
    List<DayCount> spans(StatisticsPeriod period) {
        return switch (period) {
            case StatisticsPeriod.AllTime _ -> years();
            case StatisticsPeriod.OfYear(int year) ->
                spans(
                        Stream.of(Month.values()).map(month -> LocalDate.of(year, month, 1)),
                        day -> day.withDayOfMonth(1));
            case StatisticsPeriod.OfMonth(YearMonth month) ->
                spans(month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)), day -> day);
        };
    }

    private List<DayCount> years() {
        if (days.isEmpty()) {
            return List.of();
        }
        LocalDate first = days.getFirst().day().withDayOfYear(1);
        LocalDate last = days.getLast().day().withDayOfYear(1);
        return spans(
                Stream.iterate(first, year -> !year.isAfter(last), year -> year.plusYears(1)),
                day -> day.withDayOfYear(1));
    }

    private List<DayCount> spans(Stream<LocalDate> starts, UnaryOperator<LocalDate> startOf) {
        Map<LocalDate, PlayCount> counts = new HashMap<>();
        days.forEach(day -> counts.merge(startOf.apply(day.day()), day.count(), PlayCount::plus));
        List<DayCount> spans = new ArrayList<>();
        starts.forEach(start -> spans.add(new DayCount(start, counts.getOrDefault(start, PlayCount.NONE))));
        return spans;
    }
}
