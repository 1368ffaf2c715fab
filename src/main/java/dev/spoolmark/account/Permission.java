package dev.spoolmark.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an application may do for people (`docs/security.md#sec-t2`).
public enum Permission {
    READ("read"),
    WRITE("write"),
    SCROBBLE("scrobble"),
    CHECKIN("checkin"),
    ACCOUNT_CREATE("create account");

    private final String v1Name;

    Permission(String wireWord) {
        this.v1Name = wireWord;
    }

    /// The word in v1's text of an error (`docs/spec/v1/conventions.md#api-keys`).
    public String v1Name() {
        return v1Name;
    }

    /// The word on the command line and in the store.
    public String cliName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Permission> ofOption(String word) {
        return Arrays.stream(values())
                .filter(permission -> permission.cliName().equals(word))
                .findFirst();
    }

    /// With commas between them, in a fixed order.
    static String words(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::cliName).collect(Collectors.joining(","));
    }

    /// What an application has that nobody said anything about.
    public static Set<Permission> defaults() {
        return EnumSet.complementOf(EnumSet.of(ACCOUNT_CREATE));
    }
}
