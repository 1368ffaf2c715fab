package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Times of plays before the last changes, so that these can be undone.
final class ChangedPlayStore {

    record ChangedTime(long play, WatchedTime before, WatchedTime after) {}

    void add(Tx tx, UserId user, Map<PlayEntry, WatchedTime> times, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        times.forEach((play, after) -> rows.add(new @Nullable Object[] {
            user.value(),
            now,
            play.id(),
            play.watchedAt(),
            play.time().precision().number(),
            after.at(),
            after.precision().number()
        }));
        tx.updateAll("""
                INSERT INTO changed_play
                    (user_id, changed_at, play_id, old_time, old_precision, new_time, new_precision)
                VALUES (?, ?, ?, CAST(? AS BIGINT), ?, CAST(? AS BIGINT), ?)
                ON CONFLICT (user_id, changed_at, play_id) DO NOTHING
                """, rows);
    }

    List<ChangedTime> find(Tx tx, UserId user, Instant changedAt, int limit) {
        return tx.query(
                """
                SELECT play_id, old_time, old_precision, new_time, new_precision FROM changed_play
                WHERE user_id = ? AND changed_at = ? ORDER BY play_id LIMIT ?
                """,
                row -> new ChangedTime(
                        row.getLong(1),
                        WatchedTime.stored(row.instantOrNull(2), row.getInt(3)),
                        WatchedTime.stored(row.instantOrNull(4), row.getInt(5))),
                user.value(),
                changedAt,
                limit);
    }

    void remove(Tx tx, UserId user, Instant changedAt, List<Long> plays) {
        if (!plays.isEmpty()) {
            tx.update(
                    "DELETE FROM changed_play WHERE user_id = ? AND changed_at = ? AND play_id IN ("
                            + Tx.placeholders(plays.size()) + ")",
                    user.value(),
                    changedAt,
                    Tx.padToPlaceholders(plays));
        }
    }

    /// Deletes what can no longer be undone, of all users.
    int purge(Tx tx, Instant before) {
        return tx.update("DELETE FROM changed_play WHERE changed_at < ?", before);
    }
}
