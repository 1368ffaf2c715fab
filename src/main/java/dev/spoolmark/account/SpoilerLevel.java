package dev.spoolmark.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Of which episodes pages cover what gives their content away: title, overview, ratings and comments.
public enum SpoilerLevel {

    /// Of none.
    OFF,
    /// Of those that the user has not watched and that come after one that the user has watched.
    NEXT,
    /// Of all that the user has not watched.
    ALL;

    /// The stored form and the value in forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SpoilerLevel> ofKey(String key) {
        return Arrays.stream(values()).filter(level -> level.key().equals(key)).findFirst();
    }
}
