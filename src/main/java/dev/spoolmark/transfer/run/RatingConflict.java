package dev.spoolmark.transfer.run;

import java.util.Locale;

/// Which of two ratings of an item counts.
public enum RatingConflict {

    /// The stored one.
    STORED,

    /// The later one; the stored one if the file has no times.
    NEWEST,

    /// That of the file.
    IMPORTED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
