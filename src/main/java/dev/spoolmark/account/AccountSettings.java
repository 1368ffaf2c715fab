package dev.spoolmark.account;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.account.auth.Credentials;
import dev.spoolmark.account.auth.HashingLimiter;
import dev.spoolmark.account.auth.PasswordHasher;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Changes that users make to their own account. Other nodes see them within five seconds.
///
/// Every method throws [Problem.NotFound] if the account is disabled or deleted.
public final class AccountSettings {

    private final Database database;
    private final InstantSource clock;
    private final AccountCache cache;
    private final Audit audit;
    private final PasswordHasher hasher;
    private final HashingLimiter permits;
    private final CommonPasswords common;

    AccountSettings(
            Database database,
            InstantSource clock,
            AccountCache cache,
            Audit audit,
            PasswordHasher hasher,
            HashingLimiter permits,
            CommonPasswords common) {
        this.database = database;
        this.clock = clock;
        this.cache = cache;
        this.audit = audit;
        this.hasher = hasher;
        this.permits = permits;
        this.common = common;
    }

    /// Settings of exports of this server.
    public SettingImports imports() {
        return new SettingImports(cache, clock);
    }

    /// Replaces all preferences.
    public void changePreferences(UserId user, Preferences preferences) {
        database.write(tx -> found(AccountSettingsStore.changePreferences(tx, user, preferences)));
        cache.invalidate(user);
    }

    /// Replaces the profile. [Profile] has validated it.
    public void changeProfile(UserId user, Profile profile) {
        database.write(tx -> found(AccountSettingsStore.changeProfile(tx, user, profile, clock.instant())));
        cache.invalidate(user);
    }

    /// Sets the hash of the picture, or removes it with null, in a transaction of the caller, who invalidates the entry
    /// of the account in [Accounts#cache] afterwards.
    public void changePicture(Tx tx, UserId user, @Nullable String hash) {
        found(AccountSettingsStore.changePicture(tx, user, hash, clock.instant()));
    }

    /// Replaces the audience of every section.
    public void changeAudiences(Account account, SectionAudiences audiences, Actor by) {
        String detail = "audiences " + describe(audiences) + ", before " + describe(account.audiences());
        database.write(tx -> {
            found(AccountSettingsStore.changeAudiences(tx, account.id(), audiences, clock.instant()));
            audit.note(tx, AuditAction.SETTINGS_CHANGED, account.id().value(), by, detail);
            return true;
        });
        cache.invalidate(account.id());
    }

    private static String describe(SectionAudiences audiences) {
        return audiences.narrowed().isEmpty() ? "everyone" : audiences.text();
    }

    /// Whether the user has chosen a password. An account that a sign-in at another server created has none at first.
    public boolean hasPassword(UserId user) {
        return cache.find(user).filter(Credentials::hasPassword).isPresent();
    }

    /// Whether the user lets the sign-in password work on v1.
    public boolean isPasswordOnV1(UserId user) {
        return cache.find(user).filter(Credentials::passwordOnV1).isPresent();
    }

    /// Sets whether the sign-in password works on v1 beside app passwords (`docs/security.md#sec-c6`).
    public void changePasswordOnV1(Account account, boolean allowed, Actor by) {
        database.write(tx -> {
            found(AccountSettingsStore.changePasswordOnV1(tx, account.id(), allowed));
            audit.note(
                    tx,
                    AuditAction.SETTINGS_CHANGED,
                    account.id().value(),
                    by,
                    "sign-in password on v1 " + (allowed ? "on" : "off"));
            return true;
        });
        cache.invalidate(account.id());
    }

    /// Replaces the e-mail address, or removes it with null.
    ///
    /// @throws ProblemException with [Problem.Invalid] or [Problem.Taken]
    public void changeEmail(Account account, @Nullable String email, Actor by) {
        if (email != null && !UserNameRules.isEmail(email)) {
            throw new ProblemException(new Problem.Invalid("e-mail"));
        }
        database.write(tx -> {
            audit.note(tx, AuditAction.EMAIL_CHANGED, account.id().value(), by, "");
            replaceEmail(tx, account.id(), email);
            return true;
        });
        cache.invalidate(account.id());
    }

    private void replaceEmail(Tx tx, UserId user, @Nullable String email) {
        AccountSettingsStore.releaseEmail(tx, user);
        if (email != null && !AccountStore.claimEmail(tx, UserNameRules.emailKey(email), user)) {
            throw new ProblemException(new Problem.Taken(email, "e-mail"));
        }
        found(AccountSettingsStore.changeEmail(tx, user, email, clock.instant()));
    }

    /// Replaces the password that the user has typed; every credential and session of the account ends.
    ///
    /// @param sha1 as [dev.spoolmark.account.auth.PasswordPolicy] returns it
    /// @throws ProblemException with [Problem.Invalid] if the password is a common one
    public void changePassword(Account account, Secret sha1, Actor by) {
        PreparedPassword prepared = preparePassword(account, sha1);
        database.write(tx -> changePassword(tx, account.id(), prepared, by));
        cache.invalidate(account.id());
    }

    /// The first step of [#changePassword]: checks and hashes, which is slow and waits in the queue of sign-ins.
    public PreparedPassword preparePassword(Account account, Secret sha1) {
        if (common.contains(sha1, account.name(), account.email())) {
            throw new ProblemException(new Problem.Invalid("password"));
        }
        return new PreparedPassword(permits.with(() -> hasher.hash(sha1)));
    }

    /// The second step, in a transaction of the caller, who invalidates the entry of the account in
    /// [Accounts#cache] afterwards.
    public boolean changePassword(Tx tx, UserId user, PreparedPassword password, Actor by) {
        found(AccountStore.changePassword(tx, user, password.verifier(), clock.instant()));
        audit.note(tx, AuditAction.PASSWORD_CHANGED, user.value(), by, "");
        return true;
    }

    private static boolean found(int rows) {
        if (rows == 0) {
            throw new ProblemException(new Problem.NotFound("user"));
        }
        return true;
    }
}
