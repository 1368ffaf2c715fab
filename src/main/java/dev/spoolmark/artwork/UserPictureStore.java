package dev.spoolmark.artwork;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// SQL of the pictures of users.
final class UserPictureStore {

    private UserPictureStore() {}

    /// @param jpeg in Base64
    static void replace(Tx tx, UserId user, String hash, String jpeg, Instant now) {
        tx.update("""
                INSERT INTO user_picture (user_id, hash, jpeg, changed_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, jpeg = excluded.jpeg,
                    changed_at = excluded.changed_at
                """, user.value(), hash, jpeg, now);
    }

    static void delete(Tx tx, UserId user) {
        tx.update("DELETE FROM user_picture WHERE user_id = ?", user.value());
    }

    /// The picture of any user whose account is not deleted.
    static Optional<String> find(Tx tx, String hash) {
        return tx.findFirst("""
                SELECT p.jpeg FROM user_picture p JOIN account a ON a.user_id = p.user_id
                WHERE p.hash = ? AND a.avatar = p.hash AND a.state = 1 ORDER BY p.user_id LIMIT 1
                """, row -> row.getString(1), hash);
    }
}
