package dev.spoolmark.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The language of the pages for a user.
public enum Language {

    /// As the browser asks for.
    AUTOMATIC,
    EN,
    DE;

    /// `automatic`, or the ISO 639 code: the stored form and the value in forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> ofKey(String key) {
        return Arrays.stream(values())
                .filter(language -> language.key().equals(key))
                .findFirst();
    }
}
