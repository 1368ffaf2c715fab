package dev.spoolmark.social;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// SQL for follows that users have ended a few minutes ago, so that this can be undone.
final class EndedFollowStore {

    /// @param incoming whether `user` was followed by `other`
    void save(Tx tx, UserId user, UserId other, boolean incoming, Instant since, Instant now) {
        save(tx, user, other, incoming, false, since, now);
    }

    /// A request of `other` that `user` has declined.
    void saveRequest(Tx tx, UserId user, UserId other, Instant since, Instant now) {
        save(tx, user, other, true, true, since, now);
    }

    private static void save(
            Tx tx, UserId user, UserId other, boolean incoming, boolean requested, Instant since, Instant now) {
        tx.update("""
                INSERT INTO ended_follow (user_id, target_id, incoming, requested, since, ended_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (user_id, target_id, incoming) DO UPDATE SET
                    requested = excluded.requested, since = excluded.since, ended_at = excluded.ended_at
                """, user.value(), other.value(), incoming, requested, since, now);
    }

    /// Takes the follow that `user` has ended; of concurrent callers, one gets it.
    ///
    /// @return since when it was a follow
    Optional<Instant> claim(Tx tx, UserId user, UserId other, boolean incoming, Instant notBefore) {
        return claim(tx, user, other, incoming, false, notBefore);
    }

    /// Takes the request that `user` has declined.
    ///
    /// @return since when it was one
    Optional<Instant> claimRequest(Tx tx, UserId user, UserId other, Instant notBefore) {
        return claim(tx, user, other, true, true, notBefore);
    }

    private static Optional<Instant> claim(
            Tx tx, UserId user, UserId other, boolean incoming, boolean requested, Instant notBefore) {
        return tx.findFirst("""
                DELETE FROM ended_follow
                WHERE user_id = ? AND target_id = ? AND incoming = ? AND requested = ? AND ended_at >= ?
                RETURNING since
                """, row -> row.instant(1), user.value(), other.value(), incoming, requested, notBefore);
    }

    /// Removes what either of the two users could undo: a later decision of the other one counts.
    void clear(Tx tx, UserId one, UserId other) {
        String sql = "DELETE FROM ended_follow WHERE user_id = ? AND target_id = ?";
        tx.update(sql, one.value(), other.value());
        tx.update(sql, other.value(), one.value());
    }

    /// Removes the request of `other` that `user` has declined: a later decision of `other` counts.
    void clearRequest(Tx tx, UserId user, UserId other) {
        tx.update(
                "DELETE FROM ended_follow WHERE user_id = ? AND target_id = ? AND incoming = ? AND requested = ?",
                user.value(),
                other.value(),
                true,
                true);
    }

    /// Removes what can no longer be undone.
    int purge(Tx tx, Instant before) {
        return tx.update("DELETE FROM ended_follow WHERE ended_at < ?", before);
    }
}
