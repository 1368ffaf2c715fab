package dev.spoolmark.account;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user account, without credentials.
///
/// `credVersion` increases whenever a credential is revoked; everything derived from a credential carries it
/// (`docs/security.md#sec-c7`).
public record Account(
        UserId id,
        String name,
        @Nullable String email,
        boolean isProtected,
        boolean vip,
        boolean admin,
        Profile profile,
        Preferences preferences,
        Instant joined,
        @Nullable Instant lastLogin,
        long credVersion,
        SectionAudiences audiences) {

    public Account(
            UserId id,
            String name,
            @Nullable String email,
            boolean isProtected,
            boolean vip,
            boolean admin,
            Profile profile,
            Preferences preferences,
            Instant joined,
            @Nullable Instant lastLogin,
            long credVersion) {
        this(
                id,
                name,
                email,
                isProtected,
                vip,
                admin,
                profile,
                preferences,
                joined,
                lastLogin,
                credVersion,
                SectionAudiences.EVERYONE);
    }

    /// The same account as those see it who may not read [ProfileSection#DETAILS].
    public Account withoutDetails() {
        return new Account(
                id,
                name,
                email,
                isProtected,
                vip,
                admin,
                Profile.EMPTY,
                preferences,
                joined,
                lastLogin,
                credVersion,
                audiences);
    }

    /// The one check of administrator rights.
    ///
    /// @throws ProblemException with [Problem.NotAllowed] if the account is not an administrator
    public void requireAdministrator() {
        if (!admin) {
            throw new ProblemException(new Problem.NotAllowed("only administrators may do this"));
        }
    }

    /// The users who may read a section, at most followers if the account is protected.
    public Audience audience(ProfileSection section) {
        return audiences.of(section).narrower(widestAudience());
    }

    /// The users who may read what belongs to no section.
    public Audience widestAudience() {
        return isProtected ? Audience.FOLLOWERS : Audience.EVERYONE;
    }

    /// The narrowest audience of all sections: who is in it may read everything.
    public Audience narrowestAudience() {
        return audiences.narrowest().narrower(widestAudience());
    }
}
