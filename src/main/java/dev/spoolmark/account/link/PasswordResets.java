package dev.spoolmark.account.link;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.PreparedPassword;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Links with which a user who forgot the password sets a new one (`docs/security.md#password-rules`). A link works
/// once, for 30 minutes, and only while the password is the one at its creation.
public final class PasswordResets {

    public static final Duration VALIDITY = Duration.ofMinutes(30);

    private final Database database;
    private final InstantSource clock;
    private final Accounts accounts;

    PasswordResets(Database database, InstantSource clock, Accounts accounts) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
    }

    /// A new link for this user. Earlier ones keep working until one of them is used.
    public LinkCode create(Account account, Actor by) {
        LinkCode code = LinkCode.next();
        Instant now = clock.instant();
        database.write(tx -> {
            PasswordResetStore.deleteExpired(tx, now);
            PasswordResetStore.insert(tx, code, account, now.plus(VALIDITY));
            accounts.audit()
                    .note(tx, AuditAction.RESET_LINK_CREATED, account.id().value(), by, "");
            return true;
        });
        return code;
    }

    /// The account whose password the link can change; empty if the link is unknown, used or expired.
    public Optional<Account> find(LinkCode code) {
        Instant now = clock.instant();
        return database.read(tx -> PasswordResetStore.find(tx, code, now))
                .flatMap(reset -> accounts.find(reset.user()).filter(reset::fits));
    }

    /// Sets the password and ends every credential and session of the account. An unacceptable password does not use
    /// the link up.
    ///
    /// @param sha1 as [dev.spoolmark.account.auth.PasswordPolicy] returns it
    /// @throws ProblemException with [Problem.NotFound] if the link does not work, with [Problem.Invalid] if the
    ///     password is a common one
    public Account use(LinkCode code, Secret sha1, Actor by) {
        Account account = find(code).orElseThrow(PasswordResets::unusable);
        PreparedPassword password = accounts.settings().preparePassword(account, sha1);
        database.write(tx -> {
            if (!PasswordResetStore.use(tx, code, account, clock.instant())) {
                throw unusable();
            }
            return accounts.settings().changePassword(tx, account.id(), password, by);
        });
        accounts.cache().invalidate(account.id());
        return account;
    }

    private static ProblemException unusable() {
        return new ProblemException(new Problem.NotFound("link"));
    }

    /// A link as it is stored.
    record StoredReset(UserId user, long credVersion) {

        boolean fits(Account account) {
            return account.credVersion() == credVersion;
        }
    }
}
