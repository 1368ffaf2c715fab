package dev.spoolmark.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an application may do for people (`SEC-T2`).
public enum Permission {
    READ("read"),
    WRITE("write"),
    SCROBBLE("scrobble"),
    CHECKIN("checkin"),
    ACCOUNT_CREATE("create account");

    private final String wireWord;

    Permission(String wireWord) {
        this.wireWord = wireWord;
    }

    /// The word in v1's text of an error (`spec/v1/conventions.md` 2).
    public String wireWord() {
        return wireWord;
    }

    /// The word on the command line and in the store.
    public String optionWord() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Permission> ofOption(String word) {
        return Arrays.stream(values())
                .filter(permission -> permission.optionWord().equals(word))
                .findFirst();
    }

    /// With commas between them, in a fixed order.
    static String words(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::optionWord).collect(Collectors.joining(","));
    }

    /// What an application has that nobody said anything about.
    public static Set<Permission> usual() {
        return EnumSet.complementOf(EnumSet.of(ACCOUNT_CREATE));
    }
}
