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

    /// @param before null for an unknown time
    /// @param after null for an unknown time
    record ChangedTime(
            long play, @Nullable Instant before, @Nullable Instant after) {}

    void add(Tx tx, UserId user, Map<PlayEntry, @Nullable Instant> times, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        times.forEach((play, after) ->
                rows.add(new @Nullable Object[] {user.value(), now, play.id(), play.watchedAt(), after}));
        tx.updateAll("""
                INSERT INTO changed_play (user_id, changed_at, play_id, old_time, new_time)
                VALUES (?, ?, ?, CAST(? AS BIGINT), CAST(? AS BIGINT))
                ON CONFLICT (user_id, changed_at, play_id) DO NOTHING
                """, rows);
    }

    List<ChangedTime> find(Tx tx, UserId user, Instant changedAt, int limit) {
        return tx.query(
                """
                SELECT play_id, old_time, new_time FROM changed_play
                WHERE user_id = ? AND changed_at = ? ORDER BY play_id LIMIT ?
                """,
                row -> new ChangedTime(row.getLong(1), row.instantOrNull(2), row.instantOrNull(3)),
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
