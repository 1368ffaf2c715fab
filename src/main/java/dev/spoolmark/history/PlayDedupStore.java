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

/// The gate in front of every play of one person and thing (`docs/scaling.md#exactly-once-plays`). Whoever adds or
/// removes such a play goes through it first, and so waits for everybody else who does.
final class PlayDedupStore {

    /// How long a client that repeats itself word for word keeps the gate shut, counted from its last word …
    private static final Duration REPEATED = Duration.ofMinutes(15);

    /// … and from the play.
    private static final Duration REPEATED_AT_MOST = ClockSkew.REPEATED;

    /// Whether this is a viewing of its own. One statement decides, so of many equal reports at once one gets
    /// through.
    ///
    /// A gate that was shut by a clock that was ahead stays shut only for the same progress: that may be the
    /// report it was shut by, sent again after the clock was set right. Half a day ahead it is open for that, too.
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
                        now.plus(ClockSkew.TOLERATED))
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

    /// The same viewing was reported again. From the same program with the same progress it is a client that never
    /// saw its answer: the gate stays shut while it goes on asking.
    void extendForRetry(Tx tx, UserId user, PlayReport viewing) {
        Instant until = viewing.ended().plus(REPEATED);
        tx.update(
                """
                UPDATE play_dedup SET window_ends_at = CASE WHEN last_at + ? < ? THEN last_at + ? ELSE ? END
                WHERE user_id = ? AND kind = ? AND item_id = ?
                AND app_id IS NOT DISTINCT FROM CAST(? AS BIGINT) AND progress = ?
                AND window_ends_at < ? AND window_ends_at < last_at + ?
                """,
                REPEATED_AT_MOST.toMillis(),
                until,
                REPEATED_AT_MOST.toMillis(),
                until,
                user.value(),
                viewing.item().kind().number(),
                viewing.item().id().value(),
                number(viewing.app()),
                viewing.progress(),
                until,
                REPEATED_AT_MOST.toMillis());
        tx.update(
                "UPDATE play_dedup SET app_id = ?, progress = ? WHERE user_id = ? AND kind = ? AND item_id = ?",
                number(viewing.app()),
                viewing.progress(),
                user.value(),
                viewing.item().kind().number(),
                viewing.item().id().value());
    }

    /// A gate that a clock far ahead has shut would stay shut until that time has come. This report may still be the
    /// same viewing, so it adds nothing; but it shuts the gate by the clock of today, and the next viewing counts.
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
                now.plus(ClockSkew.TOLERATED));
    }

    /// Takes hold of the gates without opening or shutting one.
    void lock(Tx tx, UserId user, List<Watchable> items) {
        upsert(tx, user, items, "last_at = play_dedup.last_at");
    }

    /// Takes hold of the gates and leaves them open: the next report is a viewing of its own.
    void reset(Tx tx, UserId user, List<Watchable> items) {
        upsert(tx, user, items, "window_ends_at = 0, play_id = 0, app_id = NULL, progress = NULL");
    }

    /// Always in the same order, so that two batches never wait for each other.
    private static void upsert(Tx tx, UserId user, List<Watchable> items, String change) {
        tx.updateAll(
                """
                INSERT INTO play_dedup (user_id, kind, item_id, last_at, window_ends_at, play_id) VALUES (?, ?, ?, 0, 0, 0)
                ON CONFLICT (user_id, kind, item_id) DO UPDATE SET\s""" + change,
                items.stream()
                        .sorted(Comparator.comparing(Watchable::kind)
                                .thenComparingLong(item -> item.id().value()))
                        .map(item -> new Object[] {
                            user.value(), item.kind().number(), item.id().value()
                        })
                        .toList());
    }

    private static @Nullable Long number(@Nullable AppId app) {
        return app == null ? null : app.value();
    }
}
