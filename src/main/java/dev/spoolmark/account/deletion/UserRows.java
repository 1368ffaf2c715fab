package dev.spoolmark.account.deletion;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.util.List;

/// All rows of a user in a table with a column `user_id`.
///
/// @param key the other columns of a unique key; may be empty
public record UserRows(String name, String table, List<String> key) implements UserDataEraser {

    public UserRows {
        key = List.copyOf(key);
    }

    /// Rows that a preview does not mention.
    public static UserRows of(String table, String... key) {
        return new UserRows("", table, List.of(key));
    }

    /// The same rows under a name in the preview.
    public UserRows shownAs(String shown) {
        return new UserRows(shown, table, key);
    }

    @Override
    public long count(Tx tx, UserId user) {
        String sql = "SELECT count(*) FROM " + table + " WHERE user_id = ?";
        return tx.findFirst(sql, row -> row.getLong(1), user.value()).orElse(0L);
    }

    @Override
    public int erase(Tx tx, UserId user, int max) {
        String all = "DELETE FROM " + table + " WHERE user_id = ?";
        if (key.isEmpty()) {
            return tx.update(all, user.value());
        }
        String columns = String.join(", ", key);
        String batch = all + " AND (" + columns + ") IN (SELECT " + columns + " FROM " + table
                + " WHERE user_id = ? ORDER BY " + columns + " LIMIT ?)";
        return tx.update(batch, user.value(), user.value(), max);
    }
}
