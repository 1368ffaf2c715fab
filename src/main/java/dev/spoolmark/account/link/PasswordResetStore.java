package dev.spoolmark.account.link;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.link.PasswordResets.StoredReset;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// SQL of links for a new password.
final class PasswordResetStore {

    private PasswordResetStore() {}

    static void insert(Tx tx, LinkCode code, Account account, Instant expires) {
        tx.update(
                "INSERT INTO password_reset (code_hash, user_id, cred_version, expires_at) VALUES (?, ?, ?, ?)",
                code.hash(),
                account.id().value(),
                account.credVersion(),
                expires);
    }

    static Optional<StoredReset> find(Tx tx, LinkCode code, Instant now) {
        return tx.findFirst(
                "SELECT user_id, cred_version FROM password_reset WHERE code_hash = ? AND expires_at > ?",
                row -> new StoredReset(new UserId(row.getLong(1)), row.getLong(2)),
                code.hash(),
                now);
    }

    /// Deletes the link. Of two concurrent calls, the second waits for the first and returns false.
    ///
    /// @return whether the link was valid, and the account has the version of its creation
    static boolean use(Tx tx, LinkCode code, Account account, Instant now) {
        int used = tx.update(
                "DELETE FROM password_reset WHERE code_hash = ? AND expires_at > ? AND user_id = ? AND cred_version = ?",
                code.hash(),
                now,
                account.id().value(),
                account.credVersion());
        return used == 1 && lockVersion(tx, account) == 1;
    }

    /// Another link of the same account may be used at the same time.
    private static int lockVersion(Tx tx, Account account) {
        return tx.update(
                "UPDATE account SET cred_version = cred_version WHERE user_id = ? AND cred_version = ?",
                account.id().value(),
                account.credVersion());
    }

    static void deleteExpired(Tx tx, Instant now) {
        tx.update("DELETE FROM password_reset WHERE expires_at <= ?", now);
    }
}
