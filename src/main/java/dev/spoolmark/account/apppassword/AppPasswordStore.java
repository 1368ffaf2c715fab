package dev.spoolmark.account.apppassword;

import dev.spoolmark.account.UserId;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// SQL of app passwords. The hash is stored in hexadecimal.
final class AppPasswordStore {

    private AppPasswordStore() {}

    static void insert(Tx tx, UserId user, StoredAppPassword stored) {
        AppPassword password = stored.appPassword();
        String sql = """
                INSERT INTO app_password (user_id, app_password_id, name, permission, hash, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """;
        tx.update(
                sql,
                user.value(),
                password.id(),
                password.name(),
                password.permission().key(),
                HexFormat.of().formatHex(stored.hash().reveal()),
                password.createdAt());
    }

    /// All of a user, the oldest first.
    static List<StoredAppPassword> ofUser(Tx tx, UserId user) {
        String sql = """
                SELECT app_password_id, name, permission, hash, created_at, used_at FROM app_password
                WHERE user_id = ? ORDER BY app_password_id
                """;
        return tx.query(sql, AppPasswordStore::stored, user.value());
    }

    static int delete(Tx tx, UserId user, long id) {
        return tx.update("DELETE FROM app_password WHERE user_id = ? AND app_password_id = ?", user.value(), id);
    }

    static int recordUse(Tx tx, UserId user, long id, Instant now) {
        String sql = "UPDATE app_password SET used_at = ? WHERE user_id = ? AND app_password_id = ?";
        return tx.update(sql, now, user.value(), id);
    }

    /// A permission that this version does not know, since a newer one wrote it, allows reading alone.
    private static StoredAppPassword stored(Row row) {
        AppPassword password = new AppPassword(
                row.getLong(1),
                row.getString(2),
                AppPasswordPermission.ofKey(row.getString(3)).orElse(AppPasswordPermission.READ),
                row.instant(5),
                row.instantOrNull(6));
        return new StoredAppPassword(password, Secret.of(HexFormat.of().parseHex(row.getString(4))));
    }
}
