package dev.spoolmark.history;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.UserId;
import dev.spoolmark.kernel.ClockSkew;
import dev.spoolmark.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The gate in front of every play of one person and thing (`scale.md` 4). Whoever adds or removes such a play goes
/// through it first, and so waits for everybody else who does.
final class GuardStore {

    /// How long a client that repeats itself word for word keeps the gate shut, counted from its last word …
    private static final Duration REPEATED = Duration.ofMinutes(15);

    /// … and from the play.
    private static final Duration REPEATED_AT_MOST = ClockSkew.REPEATED;

    /// Whether this is a viewing of its own. One statement decides, so of many equal reports at once one gets through.
    ///
    /// A gate that was shut by a clock that was ahead stays shut only for the same progress: that may be the
    /// report it was shut by, sent again after the clock was set right. Half a day ahead it is open for that, too.
    boolean open(Tx tx, UserId user, Viewing viewing, long play, Instant now) {
        return tx.first(
                        """
                        INSERT INTO play_guard (user_id, kind, item_id, last_at, open_until, play_id, app_id, progress)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (user_id, kind, item_id) DO UPDATE SET
                            last_at = excluded.last_at, open_until = excluded.open_until, play_id = excluded.play_id,
                            app_id = excluded.app_id, progress = excluded.progress
                        WHERE play_guard.open_until <= ? OR play_guard.last_at > ?
                        OR (play_guard.last_at > ? AND play_guard.progress IS DISTINCT FROM excluded.progress)
                        RETURNING play_id
                        """,
                        row -> row.number(1),
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

    /// The same viewing was reported again. From the same program with the same progress it is a client that never saw
    /// its answer: the gate stays shut while it goes on asking.
    void repeated(Tx tx, UserId user, Viewing viewing) {
        Instant until = viewing.ended().plus(REPEATED);
        tx.update(
                """
                UPDATE play_guard SET open_until = CASE WHEN last_at + ? < ? THEN last_at + ? ELSE ? END
                WHERE user_id = ? AND kind = ? AND item_id = ?
                AND app_id IS NOT DISTINCT FROM CAST(? AS BIGINT) AND progress = ?
                AND open_until < ? AND open_until < last_at + ?
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
                "UPDATE play_guard SET app_id = ?, progress = ? WHERE user_id = ? AND kind = ? AND item_id = ?",
                number(viewing.app()),
                viewing.progress(),
                user.value(),
                viewing.item().kind().number(),
                viewing.item().id().value());
    }

    /// A gate that a clock far ahead has shut would stay shut until that time has come. This report may still be the
    /// same
    /// viewing, so it adds nothing; but it shuts the gate by the clock of today, and the next viewing counts.
    void comeBack(Tx tx, UserId user, Viewing viewing, Instant now) {
        tx.update(
                """
                UPDATE play_guard SET last_at = ?, open_until = ?
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
    void hold(Tx tx, UserId user, List<Watchable> items) {
        upsert(tx, user, items, "last_at = play_guard.last_at");
    }

    /// Takes hold of the gates and leaves them open: the next report is a viewing of its own.
    void clear(Tx tx, UserId user, List<Watchable> items) {
        upsert(tx, user, items, "open_until = 0, play_id = 0, app_id = NULL, progress = NULL");
    }

    /// Always in the same order, so that two batches never wait for each other.
    private static void upsert(Tx tx, UserId user, List<Watchable> items, String change) {
        tx.updateAll(
                """
                INSERT INTO play_guard (user_id, kind, item_id, last_at, open_until, play_id) VALUES (?, ?, ?, 0, 0, 0)
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
