package dev.spoolmark.hidden;

import java.util.Locale;

/// Where an item is hidden.
public enum HiddenSection {
    PROGRESS,
    CALENDAR,
    RECOMMENDATIONS,

    /// Shows that the user has given up: neither in the progress nor on the calendar.
    DROPPED;

    /// The stored name.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
