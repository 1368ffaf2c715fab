package dev.spoolmark.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The first day of the week in calendars of a user.
public enum WeekStart {

    /// As is usual for the language and region of the browser.
    AUTOMATIC,
    MONDAY,
    SUNDAY,
    SATURDAY;

    /// The stored form and the value in forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WeekStart> ofKey(String key) {
        return Arrays.stream(values()).filter(start -> start.key().equals(key)).findFirst();
    }
}
