package dev.spoolmark.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The users who may read a section of a profile, from the widest to the narrowest. The owner always may.
public enum Audience {
    EVERYONE,

    /// Everybody who has signed in.
    USERS,

    /// Users who follow the owner, and on a protected profile were approved.
    FOLLOWERS,

    /// Followers whom the owner follows too.
    FRIENDS,
    SELF;

    /// The stored form and the value in forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Audience> ofKey(String key) {
        return Arrays.stream(values())
                .filter(audience -> audience.key().equals(key))
                .findFirst();
    }

    /// Whether all users of `other` are in this one.
    public boolean includes(Audience other) {
        return compareTo(other) <= 0;
    }

    /// The smaller one of the two.
    public Audience narrower(Audience other) {
        return includes(other) ? other : this;
    }
}
