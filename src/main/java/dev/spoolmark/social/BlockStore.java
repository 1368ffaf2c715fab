package dev.spoolmark.social;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;

/// SQL for the users whom users have blocked.
final class BlockStore {

    /// @return false if the user was blocked before
    boolean add(Tx tx, UserId user, UserId target, Instant at) {
        return tx.update("""
                        INSERT INTO user_block (user_id, target_id, since) VALUES (?, ?, ?)
                        ON CONFLICT (user_id, target_id) DO NOTHING
                        """, user.value(), target.value(), at) == 1;
    }

    boolean remove(Tx tx, UserId user, UserId target) {
        return tx.update("DELETE FROM user_block WHERE user_id = ? AND target_id = ?", user.value(), target.value())
                == 1;
    }

    boolean isBlocked(Tx tx, UserId user, UserId target) {
        return tx.findFirst(
                        "SELECT 1 FROM user_block WHERE user_id = ? AND target_id = ?",
                        row -> true,
                        user.value(),
                        target.value())
                .orElse(false);
    }

    int count(Tx tx, UserId user) {
        return tx.findFirst("SELECT count(*) FROM user_block WHERE user_id = ?", row -> row.getInt(1), user.value())
                .orElse(0);
    }

    List<FollowEdge> page(Tx tx, UserId user, long after, int max) {
        return tx.query(
                """
                SELECT target_id, since FROM user_block WHERE user_id = ? AND target_id > ?
                ORDER BY target_id LIMIT ?
                """, row -> new FollowEdge(new UserId(row.getLong(1)), row.instant(2)), user.value(), after, max);
    }
}
