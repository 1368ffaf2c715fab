package dev.spoolmark.account.apppassword;

import dev.spoolmark.account.Permission;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a client that signs in with an app password may do.
public enum AppPasswordPermission {

    /// Everything that the application may.
    ALL,

    /// Report what the user watches, and nothing else: scrobbles and check-ins.
    SCROBBLE,

    /// Read, and change nothing.
    READ;

    private static final Set<Permission> OF_ALL = Set.of(Permission.values());
    private static final Set<Permission> OF_SCROBBLE = Set.of(Permission.SCROBBLE, Permission.CHECKIN);
    private static final Set<Permission> OF_READ = Set.of(Permission.READ);

    public Set<Permission> permissions() {
        return switch (this) {
            case ALL -> OF_ALL;
            case SCROBBLE -> OF_SCROBBLE;
            case READ -> OF_READ;
        };
    }

    /// The name in the database and in forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AppPasswordPermission> ofKey(String key) {
        return Arrays.stream(values())
                .filter(permission -> permission.key().equals(key))
                .findFirst();
    }
}
