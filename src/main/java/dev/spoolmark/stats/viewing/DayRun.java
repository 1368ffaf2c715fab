package dev.spoolmark.stats.viewing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Consecutive days, each with a play.
public record DayRun(LocalDate first, LocalDate last) {

    /// The number of days.
    public long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /// The run with the day, if it follows; otherwise a new one.
    static DayRun extend(@Nullable DayRun run, LocalDate day) {
        return run != null && run.last.plusDays(1).equals(day) ? new DayRun(run.first, day) : new DayRun(day, day);
    }
}
