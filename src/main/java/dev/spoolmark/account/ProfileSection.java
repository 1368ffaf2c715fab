package dev.spoolmark.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A part of the data of a user for which the user selects an [Audience] (`docs/security.md#sections`).
public enum ProfileSection {

    /// Full name, gender, age, location, text about oneself.
    DETAILS,

    /// What is being watched now.
    WATCHING,

    /// Plays, and what was watched how often.
    HISTORY,
    RATINGS,
    COLLECTION,
    WATCHLIST,
    FAVORITES,

    /// Progress of shows, and counts.
    PROGRESS,

    /// The feed of what the user did.
    ACTIVITY;

    /// The stored form and the value in forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProfileSection> ofKey(String key) {
        return Arrays.stream(values())
                .filter(section -> section.key().equals(key))
                .findFirst();
    }
}
