package dev.spoolmark.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an application may do on behalf of users (`docs/security.md#sec-t2`).
public enum Permission {
    READ,
    WRITE,
    SCROBBLE,
    CHECKIN,
    ACCOUNT_CREATE;

    /// The name in the database and on the command line, for example `account_create`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Permission> ofKey(String key) {
        return Arrays.stream(values())
                .filter(permission -> permission.key().equals(key))
                .findFirst();
    }

    /// The stored form: keys in a fixed order, separated by commas.
    static String format(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::key).collect(Collectors.joining(","));
    }

    /// The permissions of an application that was added without any: all but the creation of accounts.
    public static Set<Permission> defaults() {
        return EnumSet.complementOf(EnumSet.of(ACCOUNT_CREATE));
    }
}
