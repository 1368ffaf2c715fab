package dev.spoolmark.stats.viewing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/// A period of statistics, in the calendar and time zone of the user.
public sealed interface StatisticsPeriod {

    /// All plays.
    static StatisticsPeriod all() {
        return new AllTime();
    }

    /// The first day; empty for all time.
    Optional<LocalDate> start();

    /// The day after the last; empty for all time.
    Optional<LocalDate> end();

    /// When the period begins; empty for all time.
    default Optional<Instant> startsAt(ZoneId zone) {
        return start().map(day -> day.atStartOfDay(zone).toInstant());
    }

    /// When the period has ended; empty for all time.
    default Optional<Instant> endsAt(ZoneId zone) {
        return end().map(day -> day.atStartOfDay(zone).toInstant());
    }

    /// All plays.
    record AllTime() implements StatisticsPeriod {

        @Override
        public Optional<LocalDate> start() {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> end() {
            return Optional.empty();
        }
    }

    /// A calendar year.
    record OfYear(int year) implements StatisticsPeriod {

        @Override
        public Optional<LocalDate> start() {
            return Optional.of(LocalDate.of(year, 1, 1));
        }

        @Override
        public Optional<LocalDate> end() {
            return Optional.of(LocalDate.of(year + 1, 1, 1));
        }
    }

    /// A calendar month.
    record OfMonth(YearMonth month) implements StatisticsPeriod {

        @Override
        public Optional<LocalDate> start() {
            return Optional.of(month.atDay(1));
        }

        @Override
        public Optional<LocalDate> end() {
            return Optional.of(month.plusMonths(1).atDay(1));
        }
    }
}
