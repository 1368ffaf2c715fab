package dev.spoolmark.hidden;

import java.util.Locale;

/// Where an item is hidden.
public enum HiddenSection {
    PROGRESS,
    CALENDAR,
    RECOMMENDATIONS;

    /// The stored name.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
