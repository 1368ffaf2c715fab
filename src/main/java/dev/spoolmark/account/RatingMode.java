package dev.spoolmark.account;

import java.util.Locale;

/// How a user rates: love or hate, or 1 to 10.
public enum RatingMode {
    SIMPLE,
    ADVANCED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RatingMode of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
