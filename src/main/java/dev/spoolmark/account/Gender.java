package dev.spoolmark.account;

import java.util.Locale;

/// The gender of a user, if the profile states it.
public enum Gender {
    MALE,
    FEMALE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Gender of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
