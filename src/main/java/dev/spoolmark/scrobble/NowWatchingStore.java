package dev.spoolmark.scrobble;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.UserId;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.Watchable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// SQL for what users are watching: one slot for each user.
final class NowWatchingStore {

    private static final String COLUMNS = "kind, item_id, show_id, checkin, started_at, expires_at";

    private static final String UPSERT = """
            INSERT INTO watching (user_id, kind, item_id, show_id, checkin, started_at, expires_at, progress, app_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (user_id) DO UPDATE SET
                kind = excluded.kind, item_id = excluded.item_id, show_id = excluded.show_id,
                checkin = excluded.checkin, started_at = %s, expires_at = excluded.expires_at,
                progress = excluded.progress, app_id = excluded.app_id
            WHERE NOT watching.checkin
            RETURNING\s""" + COLUMNS;

    /// Continuing with the same item keeps the start.
    private static final String CONTINUE = String.format(Locale.ROOT, UPSERT, """
            CASE WHEN watching.kind = excluded.kind AND watching.item_id = excluded.item_id
                      AND watching.expires_at > excluded.started_at AND watching.started_at <= excluded.started_at
                 THEN watching.started_at ELSE excluded.started_at END""");

    private static final String RESTART = String.format(Locale.ROOT, UPSERT, "excluded.started_at");

    /// Takes the slot; empty if a check-in holds it.
    Optional<NowWatching> refresh(Tx tx, UserId user, NowWatching watching, PlaybackReport playback) {
        return put(tx, CONTINUE, user, watching, playback);
    }

    /// Takes the slot from the beginning; empty if a check-in holds it.
    Optional<NowWatching> start(Tx tx, UserId user, NowWatching watching, PlaybackReport playback) {
        return put(tx, RESTART, user, watching, playback);
    }

    Optional<NowWatching> of(Tx tx, UserId user) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM watching WHERE user_id = ?", NowWatchingStore::watching, user.value());
    }

    /// What several users are watching, last started first. Reads rows of several users; access is checked by
    /// the caller.
    ///
    /// @param users at most 500
    List<OfUser> ofUsers(Tx tx, List<UserId> users, Instant now, int limit) {
        List<Long> ids = users.stream().map(UserId::value).toList();
        return tx.query(
                "SELECT " + COLUMNS + ", user_id FROM watching WHERE user_id IN (" + Tx.placeholders(ids.size())
                        + ") AND expires_at > ? ORDER BY started_at DESC, user_id DESC LIMIT ?",
                row -> new OfUser(new UserId(row.getLong(7)), watching(row)),
                Tx.padToPlaceholders(ids),
                now,
                limit);
    }

    record OfUser(UserId user, NowWatching watching) {}

    /// Ends the playback after the item was watched, and a check-in of the same item.
    void end(Tx tx, UserId user, Watchable item) {
        tx.update(
                "DELETE FROM watching WHERE user_id = ? AND (NOT checkin OR (kind = ? AND item_id = ?))",
                user.value(),
                item.kind().number(),
                item.id().value());
    }

    void cancel(Tx tx, UserId user, boolean checkin) {
        tx.update("DELETE FROM watching WHERE user_id = ? AND checkin = ?", user.value(), checkin);
    }

    /// Deletes a check-in that has ended, or that began while the clock was far ahead. Of concurrent callers,
    /// one gets it.
    Optional<Finished> claimFinished(Tx tx, UserId user, Instant now) {
        return tx.findFirst(
                "DELETE FROM watching WHERE user_id = ? AND checkin AND (expires_at <= ? OR started_at > ?) RETURNING "
                        + COLUMNS + ", app_id",
                row -> new Finished(watching(row), app(row.numberOrNull(7))),
                user.value(),
                now,
                now.plus(ClockSkew.REPEATED));
    }

    boolean hasFinished(Tx tx, UserId user, Instant now) {
        return tx.findFirst(
                        "SELECT 1 FROM watching WHERE user_id = ? AND checkin AND (expires_at <= ? OR started_at > ?)",
                        row -> true,
                        user.value(),
                        now,
                        now.plus(ClockSkew.REPEATED))
                .orElse(false);
    }

    /// Users whose slot has expired, the oldest first.
    List<UserId> expired(Tx tx, Instant now, int limit) {
        return tx.query(
                "SELECT user_id FROM watching WHERE expires_at <= ? ORDER BY expires_at, user_id LIMIT ?",
                row -> new UserId(row.getLong(1)),
                now,
                limit);
    }

    /// Users whose slot began while the clock was ahead.
    List<UserId> inFuture(Tx tx, Instant now, int limit) {
        Instant latest = now.plus(ClockSkew.TOLERANCE);
        return tx.query(
                "SELECT user_id FROM watching WHERE expires_at > ? AND started_at > ? ORDER BY user_id LIMIT ?",
                row -> new UserId(row.getLong(1)),
                latest,
                latest,
                limit);
    }

    /// Moves the start of such a slot to now; its length stays.
    void restart(Tx tx, UserId user, Instant now) {
        tx.update("""
                UPDATE watching SET expires_at = ? + (expires_at - started_at), started_at = ?
                WHERE user_id = ? AND started_at > ?
                """, now, now, user.value(), now.plus(ClockSkew.TOLERANCE));
    }

    void deleteExpired(Tx tx, UserId user, Instant now) {
        tx.update("DELETE FROM watching WHERE user_id = ? AND NOT checkin AND expires_at <= ?", user.value(), now);
    }

    /// A check-in that has ended, and its application.
    record Finished(NowWatching watching, @Nullable AppId app) {}

    private static Optional<NowWatching> put(
            Tx tx, String sql, UserId user, NowWatching watching, PlaybackReport playback) {
        Watchable item = watching.item();
        AppId app = playback.app();
        return tx.findFirst(
                sql,
                NowWatchingStore::watching,
                user.value(),
                item.kind().number(),
                item.id().value(),
                item.showNumber(),
                watching.checkin(),
                watching.startedAt(),
                watching.expiresAt(),
                playback.progress(),
                app == null ? null : app.value());
    }

    private static NowWatching watching(Row row) {
        return new NowWatching(
                Watchable.of(row.getInt(1), row.getLong(2), row.getLong(3)),
                row.getBoolean(4),
                row.instant(5),
                row.instant(6));
    }

    private static @Nullable AppId app(@Nullable Long number) {
        return number == null ? null : new AppId(number);
    }
}
