package dev.spoolmark.hidden;

import java.util.Locale;

/// A place in which things can be hidden.
public enum HiddenSection {
    PROGRESS,
    CALENDAR,
    RECOMMENDATIONS;

    /// The word for it, as it stands in the store.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
