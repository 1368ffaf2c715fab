package dev.spoolmark.calendar;

import java.time.LocalDate;

/// A number of consecutive days.
///
/// @param count the number of days, limited to 1 to 31
public record DateRange(LocalDate first, int count) {

    private static final int MAX_DAYS = 31;

    public DateRange {
        count = Math.clamp(count, 1, MAX_DAYS);
    }

    public LocalDate last() {
        return first.plusDays(count - 1L);
    }
}
