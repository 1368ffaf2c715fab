package dev.spoolmark.social;

import dev.spoolmark.account.UserId;
import dev.spoolmark.store.Tx;
import java.time.Instant;

/// Keeps who follows whom, under each of the two.
final class FollowStore {

    private static final int APPROVED = 2;

    boolean isApproved(Tx tx, UserId follower, UserId followed) {
        return tx.first(
                        "SELECT state FROM follow_out WHERE user_id = ? AND target_id = ?",
                        row -> row.count(1) == APPROVED,
                        follower.value(),
                        followed.value())
                .orElse(false);
    }

    /// A follow that already stands keeps its beginning.
    void approve(Tx tx, UserId follower, UserId followed, Instant since) {
        tx.update("""
                INSERT INTO follow_out (user_id, target_id, state, since) VALUES (?, ?, 2, ?)
                ON CONFLICT (user_id, target_id) DO UPDATE SET state = 2
                """, follower.value(), followed.value(), since);
        tx.update("""
                INSERT INTO follow_in (user_id, source_id, state, since) VALUES (?, ?, 2, ?)
                ON CONFLICT (user_id, source_id) DO UPDATE SET state = 2
                """, followed.value(), follower.value(), since);
    }
}
