package dev.spoolmark.account;

import java.util.Locale;

/// What a person says of themselves, when they say it; the only two words the first dialect had.
public enum Gender {
    MALE,
    FEMALE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Gender of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
