package dev.spoolmark.account;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What administrators and the operator do to accounts. There is always an active administrator once there was one.
/// Other nodes see a change within five seconds.
///
/// Pages call [Account#requireAdministrator] of the signed-in user first.
public final class AccountAdministration {

    private final Database database;
    private final InstantSource clock;
    private final AccountCache directory;
    private final Audit audit;

    AccountAdministration(Database database, InstantSource clock, AccountCache directory, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.directory = directory;
        this.audit = audit;
    }

    /// An active or disabled account, found without regard to case.
    public Optional<AccountSummary> find(String name) {
        return database.read(tx -> AccountAdministrationStore.find(tx, UserNameRules.key(name)))
                .filter(found -> found.name().equalsIgnoreCase(name));
    }

    /// Active and disabled accounts by name, as it is in a URL.
    ///
    /// @param after the name of the last account of the previous page; empty for the first page
    public List<AccountSummary> list(String after, int limit) {
        return database.read(tx -> AccountAdministrationStore.list(tx, UserNameRules.key(after), limit));
    }

    /// Those of [#list] whose name or e-mail address contains this text, without regard to case. Reads all accounts.
    ///
    /// @param text any text; empty for all accounts
    public List<AccountSummary> search(String text, String after, int limit) {
        return text.isEmpty()
                ? list(after, limit)
                : database.read(tx -> AccountAdministrationStore.search(
                        tx, UserNameRules.key(text), UserNameRules.emailKey(text), UserNameRules.key(after), limit));
    }

    /// Makes an account unusable and ends its credentials and sessions. Its data are kept, and visible to nobody.
    ///
    /// @throws ProblemException with [Problem.NotFound] if there is no such account, with [Problem.NotAllowed]
    ///     for the last administrator
    public void disable(UserId user, Actor by) {
        change(user, AuditAction.ACCOUNT_DISABLED, by, "", tx -> {
            requireOther(tx, user);
            return AccountAdministrationStore.disable(tx, user, clock.instant());
        });
    }

    /// Makes a disabled account usable again, with its former password; sessions and tokens stay ended.
    ///
    /// @throws ProblemException with [Problem.NotFound] if there is no such account
    public void enable(UserId user, Actor by) {
        change(
                user,
                AuditAction.ACCOUNT_ENABLED,
                by,
                "",
                tx -> AccountAdministrationStore.enable(tx, user, clock.instant()));
    }

    /// Gives or removes the rights of an administrator. Sessions of the account end.
    ///
    /// @throws ProblemException with [Problem.NotFound] if there is no such account, with [Problem.NotAllowed]
    ///     for the last administrator
    public void setAdministrator(UserId user, boolean admin, Actor by) {
        change(user, AuditAction.ADMINISTRATOR_CHANGED, by, "admin " + admin, tx -> {
            if (!admin) {
                requireOther(tx, user);
            }
            return AccountAdministrationStore.setAdministrator(tx, user, admin, clock.instant());
        });
    }

    /// Deletes an account for its user: it is unusable and invisible at once, and its e-mail address is free.
    /// [dev.spoolmark.account.deletion.AccountErasure] erases its data. It cannot be undone.
    ///
    /// @throws ProblemException with [Problem.NotFound] if there is no such account, with [Problem.NotAllowed]
    ///     for the last administrator
    public void delete(UserId user, Actor by) {
        change(user, AuditAction.ACCOUNT_DELETED, by, "", tx -> {
            requireOther(tx, user);
            AccountSettingsStore.releaseEmail(tx, user);
            return AccountAdministrationStore.delete(tx, user, clock.instant());
        });
    }

    /// Deletes accounts that were deleted before, after an older database was restored, which contains them; also the
    /// last administrator.
    ///
    /// @return those that were not deleted in this database
    public List<DeletedAccount> deleteAgain(List<DeletedAccount> deleted) {
        List<DeletedAccount> existing = new ArrayList<>();
        for (int from = 0; from < deleted.size(); from += Tx.MAX_PARAMETERS) {
            List<DeletedAccount> chunk = deleted.subList(from, Math.min(from + Tx.MAX_PARAMETERS, deleted.size()));
            existing.addAll(database.read(tx -> AccountAdministrationStore.notDeleted(tx, chunk)));
        }
        existing.forEach(account -> deleteAgain(account.user()));
        return existing;
    }

    private void deleteAgain(UserId user) {
        database.write(tx -> {
            AccountSettingsStore.releaseEmail(tx, user);
            audit.note(tx, AuditAction.ACCOUNT_DELETED, user.value(), Actor.OPERATOR, "again after a restore");
            return AccountAdministrationStore.delete(tx, user, clock.instant());
        });
        directory.invalidate(user);
    }

    /// Accounts that were deleted at this time or later, in the order of their ids.
    public List<DeletedAccount> deletedSince(Instant time) {
        return database.read(tx -> AccountAdministrationStore.deletedSince(tx, time));
    }

    /// Accounts that were deleted before this time and whose data are not erased yet.
    /// A deletion that is recorded in the future was made while the clock was wrong, and counts, too.
    public List<UserId> deletedBefore(Instant time) {
        Instant latest = clock.instant().plus(ClockSkew.TOLERANCE);
        return database.read(tx -> AccountAdministrationStore.deletedBefore(tx, time, latest));
    }

    /// Frees the name of a deleted account whose data are erased. What remains is a row without any.
    public void finishDeletion(UserId user) {
        database.write(tx -> AccountAdministrationStore.finishDeletion(tx, user, clock.instant()));
    }

    /// An account that is as requested already is not changed.
    private void change(UserId user, AuditAction action, Actor by, String detail, Database.Work<Integer> update) {
        database.write(tx -> {
            AdministratorLock.acquire(tx, clock.instant());
            if (!AccountAdministrationStore.exists(tx, user)) {
                throw new ProblemException(new Problem.NotFound("user"));
            }
            if (update.run(tx) == 1) {
                audit.note(tx, action, user.value(), by, detail);
            }
            return true;
        });
        directory.invalidate(user);
    }

    private static void requireOther(Tx tx, UserId user) {
        if (AccountAdministrationStore.isLastAdministrator(tx, user)) {
            throw new ProblemException(
                    new Problem.NotAllowed("this is the last administrator: make another user administrator first"));
        }
    }
}
