package dev.spoolmark.account;

import dev.spoolmark.core.Base32;
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

    private static final int RANDOM_PASSWORD_LENGTH = 52;

    public NewAccount(String name, @Nullable String email, Secret sha1, boolean admin, CreationOrigin origin) {
        this(name, email, sha1, admin, origin, Profile.EMPTY, Choices.NONE);
    }

    /// An account of a user whom another server has authenticated. Nobody knows its password, which is random.
    public static NewAccount withoutPassword(String name, Profile profile) {
        Secret password = Secret.sha1Of(Base32.random(RANDOM_PASSWORD_LENGTH));
        return new NewAccount(name, null, password, false, CreationOrigin.EXTERNAL_SIGN_IN, profile, Choices.NONE);
    }

    /// Whether the user knows the password.
    boolean hasPassword() {
        return origin != CreationOrigin.EXTERNAL_SIGN_IN;
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
