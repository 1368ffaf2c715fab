package dev.spoolmark.account;

import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SQL of the administration of accounts.
final class AccountAdministrationStore {

    private static final int ACTIVE = 1;
    private static final int DISABLED = 2;
    private static final int DELETED = 3;

    private static final String SUMMARY = """
            SELECT a.user_id, a.name, a.email, a.admin, a.state, a.joined, a.last_login
            FROM account_name n JOIN account a ON a.user_id = n.user_id
            """;

    private AccountAdministrationStore() {}

    static void lockAdministrators(Tx tx, Instant now) {
        tx.update("""
                INSERT INTO administrator_lock (lock_id, at) VALUES (1, ?)
                ON CONFLICT (lock_id) DO UPDATE SET at = excluded.at
                """, now);
    }

    static Optional<AccountSummary> find(Tx tx, String nameKey) {
        return tx.findFirst(
                SUMMARY + " WHERE n.name_key = ? AND a.state <> ?",
                AccountAdministrationStore::summary,
                nameKey,
                DELETED);
    }

    /// Reads accounts of several users, in the order of their names.
    static List<AccountSummary> list(Tx tx, String afterKey, int limit) {
        return tx.query(
                SUMMARY + " WHERE n.name_key > ? AND a.state <> ? ORDER BY n.name_key LIMIT ?",
                AccountAdministrationStore::summary,
                afterKey,
                DELETED,
                limit);
    }

    /// Reads accounts of several users, in the order of their names.
    static List<AccountSummary> search(Tx tx, String nameKey, String emailKey, String afterKey, int limit) {
        return tx.query(
                SUMMARY + """
                 WHERE n.name_key > ? AND a.state <> ?
                    AND (n.name_key LIKE ? ESCAPE '\\' OR lower(a.email) LIKE ? ESCAPE '\\')
                ORDER BY n.name_key LIMIT ?
                """,
                AccountAdministrationStore::summary,
                afterKey,
                DELETED,
                containing(nameKey),
                containing(emailKey),
                limit);
    }

    /// The pattern of `LIKE` for texts that contain this one.
    private static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static AccountSummary summary(Row row) {
        return new AccountSummary(
                new UserId(row.getLong(1)),
                row.getString(2),
                row.textOrNull(3),
                row.getBoolean(4),
                row.getInt(5) == ACTIVE,
                row.instant(6),
                row.instantOrNull(7));
    }

    static boolean exists(Tx tx, UserId user) {
        return tx.findFirst(
                        "SELECT 1 FROM account WHERE user_id = ? AND state <> ?", row -> true, user.value(), DELETED)
                .isPresent();
    }

    /// Those of these accounts that are not deleted: the same id, created at the same time.
    ///
    /// @param accounts not empty, at most [Tx#MAX_PARAMETERS]
    static List<DeletedAccount> notDeleted(Tx tx, List<DeletedAccount> accounts) {
        List<Long> ids =
                accounts.stream().map(account -> account.user().value()).toList();
        Map<Long, Instant> created = new HashMap<>();
        tx.forEach(
                "SELECT user_id, created_at FROM account WHERE user_id IN (" + Tx.placeholders(ids.size())
                        + ") AND state <> ? ORDER BY user_id",
                row -> created.put(row.getLong(1), row.instant(2)),
                Tx.padToPlaceholders(ids),
                DELETED);
        return accounts.stream()
                .filter(account ->
                        account.createdAt().equals(created.get(account.user().value())))
                .toList();
    }

    /// Reads several users.
    static List<DeletedAccount> deletedSince(Tx tx, Instant time) {
        return tx.query(
                "SELECT user_id, created_at, changed_at FROM account WHERE state = ? AND changed_at >= ? ORDER BY user_id",
                row -> new DeletedAccount(new UserId(row.getLong(1)), row.instant(2), row.instant(3)),
                DELETED,
                time);
    }

    /// Whether this account is an active administrator and no other one is.
    static boolean isLastAdministrator(Tx tx, UserId user) {
        List<Long> administrators = tx.query(
                "SELECT user_id FROM account WHERE admin = TRUE AND state = ? ORDER BY user_id LIMIT 2",
                row -> row.getLong(1),
                ACTIVE);
        return administrators.equals(List.of(user.value()));
    }

    static int disable(Tx tx, UserId user, Instant now) {
        return tx.update("""
                UPDATE account SET state = ?, cred_version = cred_version + 1, changed_at = ?
                WHERE user_id = ? AND state = ?
                """, DISABLED, now, user.value(), ACTIVE);
    }

    static int enable(Tx tx, UserId user, Instant now) {
        return tx.update(
                "UPDATE account SET state = ?, changed_at = ? WHERE user_id = ? AND state = ?",
                ACTIVE,
                now,
                user.value(),
                DISABLED);
    }

    static int delete(Tx tx, UserId user, Instant now) {
        return tx.update("""
                UPDATE account SET state = ?, cred_version = cred_version + 1, admin = FALSE, email = NULL,
                    full_name = NULL, gender = NULL, age = NULL, location = NULL, about = NULL, avatar = NULL,
                    changed_at = ?
                WHERE user_id = ? AND state <> ?
                """, DELETED, now, user.value(), DELETED);
    }

    /// Reads several users. A deleted account without a password hash is erased.
    ///
    /// @param latest the latest time that a correct clock can have stored; later ones count as before `time`
    static List<UserId> deletedBefore(Tx tx, Instant time, Instant latest) {
        return tx.ids("""
                SELECT user_id FROM account WHERE state = ? AND password_hash <> ''
                AND (changed_at < ? OR changed_at > ?) ORDER BY user_id
                """, UserId::new, DELETED, time, latest);
    }

    static int finishDeletion(Tx tx, UserId user, Instant now) {
        tx.findFirst("SELECT name FROM account WHERE user_id = ?", row -> row.getString(1), user.value())
                .ifPresent(name -> AccountStore.releaseName(tx, UserNameRules.key(name), user));
        return tx.update("""
                UPDATE account SET name = ?, password_hash = '', audiences = '', last_login = NULL, changed_at = ?
                WHERE user_id = ? AND state = ?
                """, "deleted-" + user.value(), now, user.value(), DELETED);
    }

    static int setAdministrator(Tx tx, UserId user, boolean admin, Instant now) {
        return tx.update("""
                UPDATE account SET admin = ?, cred_version = cred_version + 1, changed_at = ?
                WHERE user_id = ? AND admin <> ?
                """, admin, now, user.value(), admin);
    }

    static boolean isEmpty(Tx tx) {
        return tx.findFirst("SELECT 1 FROM account WHERE state <> ? LIMIT 1", row -> true, DELETED)
                .isEmpty();
    }
}
