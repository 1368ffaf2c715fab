package dev.spoolmark.account;

import java.util.Locale;

/// How a person likes to rate: loved or hated, or one to ten.
public enum RatingMode {
    SIMPLE,
    ADVANCED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RatingMode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
