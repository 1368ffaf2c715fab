package dev.spoolmark.social;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.db.Tx;

/// Erases the rows of a table that name a deleted account, also those of the other users.
///
/// @param table with a column `user_id`
/// @param column with the other user
public record PairEraser(String table, String column) implements UserDataEraser {

    @Override
    public String name() {
        return "";
    }

    @Override
    public long count(Tx tx, UserId user) {
        return tx.findFirst(
                        "SELECT count(*) FROM " + table + " WHERE user_id = ? OR " + column + " = ?",
                        row -> row.getLong(1),
                        user.value(),
                        user.value())
                .orElse(0L);
    }

    /// All at once: a user has a few of these rows.
    @Override
    public int erase(Tx tx, UserId user, int max) {
        tx.update("DELETE FROM " + table + " WHERE user_id = ?", user.value());
        tx.update("DELETE FROM " + table + " WHERE " + column + " = ?", user.value());
        return 0;
    }
}
