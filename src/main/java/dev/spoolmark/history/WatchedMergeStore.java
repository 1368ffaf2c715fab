package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;

/// Recomputes the summary of an item after plays were moved to it.
final class WatchedMergeStore {

    /// The summary of the present plays. An unseen mark is kept only if there is no play.
    void recount(Tx tx, UserId user, Watchable from, Watchable to) {
        tx.update(
                """
                INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at, unseen_at)
                SELECT user_id, kind, CAST(? AS BIGINT), CAST(? AS BIGINT), 0, NULL, NULL, unseen_at FROM watched
                WHERE user_id = ? AND kind = ? AND item_id = ?
                ON CONFLICT (user_id, kind, item_id) DO UPDATE SET
                    unseen_at = coalesce(watched.unseen_at, excluded.unseen_at)
                """,
                to.id().value(),
                to.showNumber(),
                user.value(),
                to.kind().number(),
                from.id().value());
        tx.update(
                "DELETE FROM watched WHERE user_id = ? AND kind = ? AND item_id = ?",
                user.value(),
                from.kind().number(),
                from.id().value());
        count(tx, user, to);
        tx.update("""
                DELETE FROM watched WHERE user_id = ? AND kind = ? AND item_id = ? AND plays = 0 AND unseen_at IS NULL
                """, user.value(), to.kind().number(), to.id().value());
    }

    private static void count(Tx tx, UserId user, Watchable item) {
        tx.update(
                """
                INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                SELECT CAST(? AS BIGINT), CAST(? AS SMALLINT), CAST(? AS BIGINT), CAST(? AS BIGINT),
                       count(*), min(watched_at), max(watched_at)
                FROM play WHERE (user_id, play_id) IN (
                    SELECT user_id, play_id FROM play WHERE user_id = ? AND kind = ? AND item_id = ?)
                ON CONFLICT (user_id, kind, item_id) DO UPDATE SET
                    plays = excluded.plays, first_at = excluded.first_at, last_at = excluded.last_at,
                    unseen_at = CASE WHEN excluded.plays > 0 THEN NULL ELSE watched.unseen_at END
                """,
                user.value(),
                item.kind().number(),
                item.id().value(),
                item.showNumber(),
                user.value(),
                item.kind().number(),
                item.id().value());
    }
}
