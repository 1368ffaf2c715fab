package dev.spoolmark.stats.viewing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Consecutive months of a time zone.
record MonthRange(YearMonth first, YearMonth last) {

    /// The month of a time, by where months begin: at a change of the clocks the date can be that of the day before.
    static YearMonth at(Instant time, ZoneId zone) {
        YearMonth month = YearMonth.from(LocalDate.ofInstant(time, zone));
        return time.isBefore(start(month.plusMonths(1), zone)) ? month : month.plusMonths(1);
    }

    static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /// The months that have a month of a period and of this range. Its last month may be before the first.
    MonthRange within(StatisticsPeriod period) {
        YearMonth start = period.start().map(YearMonth::from).orElse(first);
        YearMonth end =
                period.end().map(day -> YearMonth.from(day).minusMonths(1)).orElse(last);
        return new MonthRange(start.isAfter(first) ? start : first, end.isBefore(last) ? end : last);
    }

    Instant start(ZoneId zone) {
        return start(first, zone);
    }

    Instant end(ZoneId zone) {
        return start(last.plusMonths(1), zone);
    }

    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /// Months in ranges of consecutive ones; in one range if there were more than `limit`.
    ///
    /// @param months in ascending order
    static List<MonthRange> of(Collection<YearMonth> months, int limit) {
        List<MonthRange> ranges = new ArrayList<>();
        for (YearMonth month : months) {
            MonthRange before = ranges.isEmpty() ? null : ranges.getLast();
            if (before != null && ChronoUnit.MONTHS.between(before.last(), month) == 1) {
                ranges.set(ranges.size() - 1, new MonthRange(before.first(), month));
            } else {
                ranges.add(new MonthRange(month, month));
            }
        }
        return ranges.size() <= limit
                ? ranges
                : List.of(new MonthRange(
                        ranges.getFirst().first(), ranges.getLast().last()));
    }
}
