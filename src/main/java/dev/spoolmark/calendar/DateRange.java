package dev.spoolmark.calendar;

import java.time.LocalDate;

/// Some days in a row.
///
/// @param count how many, at least 1 and at most 31 whatever was asked for
public record DateRange(LocalDate first, int count) {

    private static final int MOST = 31;

    public DateRange {
        count = Math.clamp(count, 1, MOST);
    }

    public LocalDate last() {
        return first.plusDays(count - 1L);
    }
}
