package dev.spoolmark.account.auth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.UserId;
import java.time.Instant;
import java.time.ZoneOffset;

/// An account with its password hash, for sign-in only.
///
/// @param hasPassword whether the user chose the password; if not, it is random and nobody knows it
/// @param secondFactor whether sign-in on pages asks for a second factor
/// @param passwordOnV1 whether the user allows the sign-in password on v1
public record Credentials(
        Account account,
        String verifier,
        boolean hasPassword,
        boolean active,
        boolean secondFactor,
        boolean passwordOnV1) {

    /// Credentials for an unknown name, with a password hash that nothing matches, so that the same steps follow
    /// (`docs/security.md#sec-c11`).
    static Credentials ofUnknownUser(String verifier) {
        Account unknown = new Account(
                new UserId(0),
                "",
                null,
                true,
                false,
                false,
                Profile.EMPTY,
                Preferences.in(ZoneOffset.UTC),
                Instant.EPOCH,
                null,
                0);
        return new Credentials(unknown, verifier, true, false, false, true);
    }

    @Override
    public String toString() {
        return "Credentials of " + account.id();
    }
}
