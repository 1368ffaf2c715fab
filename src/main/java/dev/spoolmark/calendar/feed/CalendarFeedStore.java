package dev.spoolmark.calendar.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;

final class CalendarFeedStore {

    /// Replaces the token of a user.
    void save(Tx tx, UserId user, String hash, Instant now) {
        tx.update("""
                INSERT INTO calendar_feed (user_id, token_hash, created_at) VALUES (?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE SET
                    token_hash = excluded.token_hash, created_at = excluded.created_at
                """, user.value(), hash, now);
        deleteLookup(tx, user);
        tx.update("INSERT INTO calendar_feed_owner (token_hash, user_id) VALUES (?, ?)", hash, user.value());
    }

    boolean delete(Tx tx, UserId user) {
        deleteLookup(tx, user);
        return tx.update("DELETE FROM calendar_feed WHERE user_id = ?", user.value()) == 1;
    }

    private static void deleteLookup(Tx tx, UserId user) {
        tx.update("DELETE FROM calendar_feed_owner WHERE user_id = ?", user.value());
    }

    Optional<Instant> createdAt(Tx tx, UserId user) {
        return tx.findFirst(
                "SELECT created_at FROM calendar_feed WHERE user_id = ?", row -> row.instant(1), user.value());
    }

    /// The user of a token, if the table of the user has it, too.
    Optional<UserId> owner(Tx tx, String hash) {
        return tx.findFirst("""
                SELECT o.user_id FROM calendar_feed_owner o
                JOIN calendar_feed f ON f.user_id = o.user_id AND f.token_hash = o.token_hash
                WHERE o.token_hash = ?
                """, row -> new UserId(row.getLong(1)), hash);
    }
}
