package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Moves the dedup window of a merged item to its replacement.
final class PlayDedupMergeStore {

    /// The later end of both windows is kept. The caller has locked both rows.
    void move(Tx tx, UserId user, Watchable from, Watchable to, Map<Long, Long> same) {
        tx.query(
                        """
                        DELETE FROM play_dedup WHERE user_id = ? AND kind = ? AND item_id = ?
                        RETURNING last_at, window_ends_at, play_id, app_id, progress
                        """,
                        row -> new DedupRow(
                                row.getLong(1),
                                row.getLong(2),
                                same.getOrDefault(row.getLong(3), row.getLong(3)),
                                row.numberOrNull(4),
                                row.countOrNull(5)),
                        user.value(),
                        from.kind().number(),
                        from.id().value())
                .forEach(dedup -> save(tx, user, to, dedup));
    }

    private record DedupRow(
            long lastAt,
            long windowEndsAt,
            long play,
            @Nullable Long app,
            @Nullable Integer progress) {}

    private static void save(Tx tx, UserId user, Watchable item, DedupRow dedup) {
        tx.update(
                """
                UPDATE play_dedup SET last_at = ?, window_ends_at = ?, play_id = ?, app_id = ?, progress = ?
                WHERE user_id = ? AND kind = ? AND item_id = ? AND window_ends_at < ?
                """,
                dedup.lastAt(),
                dedup.windowEndsAt(),
                dedup.play(),
                dedup.app(),
                dedup.progress(),
                user.value(),
                item.kind().number(),
                item.id().value(),
                dedup.windowEndsAt());
    }
}
