package dev.spoolmark.account.link;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreateAccountResult;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.PreparedAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Invitations to register, made by administrators. They work unless registration is closed
/// (`docs/security.md#registration`).
public final class Invites {

    /// Expired invitations stay in the list for this time.
    private static final Duration LISTED = Duration.ofDays(30);

    private final Database database;
    private final InstantSource clock;
    private final Accounts accounts;
    private final Supplier<Registration> registration;

    Invites(Database database, InstantSource clock, Accounts accounts, Supplier<Registration> registration) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.registration = registration;
    }

    /// @throws ProblemException with [Problem.NotAllowed] if the account is not an administrator
    public NewInvite create(Account administrator, InviteTerms terms, Actor by) {
        administrator.requireAdministrator();
        LinkCode code = LinkCode.next();
        Instant now = clock.instant();
        return database.write(tx -> {
            InviteStore.deleteExpired(tx, now.minus(LISTED));
            Invite invite = new Invite(
                    tx.newId("invite"),
                    terms.note(),
                    administrator.id(),
                    now,
                    now.plus(terms.validity()),
                    terms.maxUses(),
                    0);
            InviteStore.insert(tx, invite, code);
            accounts.audit()
                    .note(tx, AuditAction.INVITE_CREATED, administrator.id().value(), by, "invite " + invite.id());
            return new NewInvite(invite, code);
        });
    }

    /// All invitations, newest first, with those that expired in the last 30 days.
    public List<Invite> list() {
        return database.read(InviteStore::all);
    }

    /// Deletes an invitation.
    ///
    /// @throws ProblemException with [Problem.NotAllowed] if the account is not an administrator
    public void revoke(Account administrator, long id, Actor by) {
        administrator.requireAdministrator();
        database.write(tx -> {
            if (InviteStore.delete(tx, id)) {
                accounts.audit()
                        .note(tx, AuditAction.INVITE_REVOKED, administrator.id().value(), by, "invite " + id);
            }
            return true;
        });
    }

    /// The invitation of a code, if it can be used now.
    public Optional<Invite> find(LinkCode code) {
        Instant now = clock.instant();
        return registration.get() == Registration.CLOSED
                ? Optional.empty()
                : database.read(tx -> InviteStore.find(tx, code)).filter(invite -> invite.isUsable(now));
    }

    /// Creates an account and uses the invitation once, in one transaction. A rejected account does not use it.
    ///
    /// @param newAccount its origin is [CreationOrigin#SELF_SERVICE]
    /// @throws ProblemException with [Problem.NotFound] if the invitation does not work, or as
    ///     [dev.spoolmark.account.AccountCreation#register] does
    public Account register(LinkCode code, NewAccount newAccount, Actor by) {
        if (newAccount.admin() || newAccount.origin() != CreationOrigin.SELF_SERVICE) {
            throw new IllegalArgumentException("an invited user registers for themselves");
        }
        Invite invite = find(code).orElseThrow(Invites::unusable);
        PreparedAccount prepared = accounts.creation().prepareRegistration(newAccount);
        return database.write(tx -> {
            if (!InviteStore.use(tx, code, clock.instant())) {
                throw unusable();
            }
            CreateAccountResult.Created created =
                    accounts.creation().create(tx, prepared, by).orElseThrow();
            UserId user = created.account().id();
            accounts.audit().note(tx, AuditAction.INVITE_USED, user.value(), by, "invite " + invite.id());
            return created.account();
        });
    }

    private static ProblemException unusable() {
        return new ProblemException(new Problem.NotFound("link"));
    }
}
