package dev.spoolmark.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The colors of the pages for a user.
public enum Theme {

    /// As the system of the device prefers.
    AUTOMATIC,
    LIGHT,
    DARK;

    /// The stored form and the value in forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> ofKey(String key) {
        return Arrays.stream(values()).filter(theme -> theme.key().equals(key)).findFirst();
    }
}
