package dev.spoolmark.lists;

import java.util.Locale;
import java.util.Optional;

/// Who may see a list among those who may see the profile of its owner.
public enum Privacy {
    PUBLIC,
    FRIENDS,

    /// Everyone who has the secret address of the list, and nobody else. No API lists it for others.
    LINK,
    PRIVATE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The values of APIs, without [#LINK]. Read in any letter case: some clients send the names of their
    /// constants.
    public static Optional<Privacy> find(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "public" -> Optional.of(PUBLIC);
            case "friends" -> Optional.of(FRIENDS);
            case "private" -> Optional.of(PRIVATE);
            default -> Optional.empty();
        };
    }

    static Privacy of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
