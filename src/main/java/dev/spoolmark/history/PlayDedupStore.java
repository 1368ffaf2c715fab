package dev.spoolmark.history;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.UserId;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Dedup rows: one for each user and item with a play (`docs/scaling.md#exactly-once-plays`). Every
/// transaction that adds or removes such a play locks the row first.
final class PlayDedupStore {

    /// The window after the last of several identical reports of one client …
    private static final Duration REPEATED = Duration.ofMinutes(15);

    /// … limited by this time after the play.
    private static final Duration MAX_REPEAT_AGE = ClockSkew.REPEATED;

    /// Whether this is a new viewing. The statement itself decides, so of several equal reports at once one
    /// is accepted.
    ///
    /// A window of a clock that was ahead is closed only for the same progress: that may be the report that
    /// opened it, sent again after the clock was corrected. Half a day ahead, it is open for that, too.
    boolean tryAcceptPlay(Tx tx, UserId user, PlayReport viewing, long play, Instant now) {
        return tx.findFirst(
                        """
                        INSERT INTO play_dedup (user_id, kind, item_id, last_at, window_ends_at, play_id, app_id, progress)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (user_id, kind, item_id) DO UPDATE SET
                            last_at = excluded.last_at, window_ends_at = excluded.window_ends_at, play_id = excluded.play_id,
                            app_id = excluded.app_id, progress = excluded.progress
                        WHERE play_dedup.window_ends_at <= ? OR play_dedup.last_at > ?
                        OR (play_dedup.last_at > ? AND play_dedup.progress IS DISTINCT FROM excluded.progress)
                        RETURNING play_id
                        """,
                        row -> row.getLong(1),
                        user.value(),
                        viewing.item().kind().number(),
                        viewing.item().id().value(),
                        viewing.ended(),
                        viewing.openUntil(),
                        play,
                        number(viewing.app()),
                        viewing.progress(),
                        viewing.ended(),
                        now.plus(ClockSkew.REPEATED),
                        now.plus(ClockSkew.TOLERANCE))
                .isPresent();
    }

    Optional<DedupWindow> window(Tx tx, UserId user, Watchable item) {
        return tx.findFirst(
                "SELECT last_at, window_ends_at FROM play_dedup WHERE user_id = ? AND kind = ? AND item_id = ?",
                row -> new DedupWindow(row.instant(1), row.instant(2)),
                user.value(),
                item.kind().number(),
                item.id().value());
    }

    /// The same viewing was reported again. With the same application and progress, the client has not
    /// received the response: the window is extended.
    void extendForRetry(Tx tx, UserId user, PlayReport viewing) {
        Instant until = viewing.ended().plus(REPEATED);
        tx.update(
                """
                UPDATE play_dedup SET window_ends_at = CASE WHEN last_at + ? < ? THEN last_at + ? ELSE ? END
                WHERE user_id = ? AND kind = ? AND item_id = ?
                AND app_id IS NOT DISTINCT FROM CAST(? AS BIGINT) AND progress = ?
                AND window_ends_at < ? AND window_ends_at < last_at + ?
                """,
                MAX_REPEAT_AGE.toMillis(),
                until,
                MAX_REPEAT_AGE.toMillis(),
                until,
                user.value(),
                viewing.item().kind().number(),
                viewing.item().id().value(),
                number(viewing.app()),
                viewing.progress(),
                until,
                MAX_REPEAT_AGE.toMillis());
        tx.update(
                "UPDATE play_dedup SET app_id = ?, progress = ? WHERE user_id = ? AND kind = ? AND item_id = ?",
                number(viewing.app()),
                viewing.progress(),
                user.value(),
                viewing.item().kind().number(),
                viewing.item().id().value());
    }

    /// A window in the far future would stay until that time. This report may still be the same viewing, so
    /// it adds nothing; but the window is set by the present clock, and the next viewing counts.
    void rewindFutureGuard(Tx tx, UserId user, PlayReport viewing, Instant now) {
        tx.update(
                """
                UPDATE play_dedup SET last_at = ?, window_ends_at = ?
                WHERE user_id = ? AND kind = ? AND item_id = ? AND last_at > ?
                """,
                viewing.ended(),
                viewing.openUntil(),
                user.value(),
                viewing.item().kind().number(),
                viewing.item().id().value(),
                now.plus(ClockSkew.TOLERANCE));
    }

    /// Locks the rows and keeps the windows.
    void lock(Tx tx, UserId user, List<Watchable> items) {
        upsert(tx, user, items, "last_at = play_dedup.last_at");
    }

    /// Locks the rows and ends the windows: the next report is a new viewing.
    void reset(Tx tx, UserId user, List<Watchable> items) {
        upsert(tx, user, items, "window_ends_at = 0, play_id = 0, app_id = NULL, progress = NULL");
    }

    /// Locks in a fixed order, so that two batches never deadlock.
    private static void upsert(Tx tx, UserId user, List<Watchable> items, String change) {
        tx.insertAll(
                "INSERT INTO play_dedup (user_id, kind, item_id, last_at, window_ends_at, play_id)",
                items.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Watchable::kind)
                                .thenComparingLong(item -> item.id().value()))
                        .map(item -> new Object[] {
                            user.value(), item.kind().number(), item.id().value(), 0L, 0L, 0L
                        })
                        .toList(),
                "ON CONFLICT (user_id, kind, item_id) DO UPDATE SET " + change);
    }

    private static @Nullable Long number(@Nullable AppId app) {
        return app == null ? null : app.value();
    }
}
