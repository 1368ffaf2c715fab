package dev.spoolmark.account;

import dev.spoolmark.core.Secret;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A request to create an account. `sha1` is the SHA-1 of the password, the form in which old clients send it.
public record NewAccount(
        String name,
        @Nullable String email,
        Secret sha1,
        boolean admin,
        CreationOrigin origin,
        Profile profile,
        Choices choices) {

    public NewAccount(String name, @Nullable String email, Secret sha1, boolean admin, CreationOrigin origin) {
        this(name, email, sha1, admin, origin, Profile.EMPTY, Choices.NONE);
    }

    /// Optional settings, as in an imported file; an absent one follows the [AccountDefaults].
    public record Choices(
            @Nullable Instant joined,
            @Nullable Boolean isProtected,
            @Nullable ZoneId timeZone,
            boolean vip) {

        public static final Choices NONE = new Choices(null, null, null, true);
    }
}
