package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Single plays of a user. Callers hold the dedup rows of the items.
final class PlayAdditionStore {

    private static final String COLUMNS = "play_id, kind, item_id, show_id, watched_at, action, time_precision";

    /// The newest plays of an item; those without a time last.
    List<PlayEntry> of(Tx tx, UserId user, MediaId item, int limit) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM play WHERE user_id = ? AND kind = ? AND item_id = ?"
                        + " ORDER BY coalesce(watched_at, 0) DESC, play_id DESC LIMIT ?",
                PlayAdditionStore::entry,
                user.value(),
                item.kind().number(),
                item.value(),
                limit);
    }

    /// A stored play.
    interface StoredPlayConsumer {

        /// @param storedAt when it was stored
        /// @param position among the plays of its item and time
        void accept(PlayEntry play, Instant storedAt, int position);
    }

    /// All plays of these items, those of one after another, in the order of the index.
    void forEachOf(Tx tx, UserId user, Collection<? extends MediaId> items, StoredPlayConsumer consumer) {
        MediaId.forEachChunk(
                items,
                (kind, batch) -> tx.forEach(
                        "SELECT " + COLUMNS
                                + ", position, created_at FROM play WHERE user_id = ? AND kind = ? AND item_id IN ("
                                + Tx.placeholders(batch.size())
                                + ") ORDER BY item_id, coalesce(watched_at, 0), position",
                        row -> consumer.accept(entry(row), row.instant(9), row.getInt(8)),
                        user.value(),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
    }

    /// The same without those at instants before `from` or after `to`.
    void forEachAround(
            Tx tx,
            UserId user,
            Collection<? extends MediaId> items,
            Instant from,
            Instant to,
            StoredPlayConsumer consumer) {
        MediaId.forEachChunk(
                items,
                (kind, batch) -> tx.forEach(
                        "SELECT " + COLUMNS
                                + ", position, created_at FROM play WHERE user_id = ? AND kind = ? AND item_id IN ("
                                + Tx.placeholders(batch.size())
                                + ") AND (coalesce(watched_at, 0) BETWEEN ? AND ? OR watched_at IS NULL"
                                + " OR time_precision <> ?) ORDER BY item_id, coalesce(watched_at, 0), position",
                        row -> consumer.accept(entry(row), row.instant(9), row.getInt(8)),
                        user.value(),
                        kind.number(),
                        Tx.padToPlaceholders(batch),
                        from,
                        to,
                        TimePrecision.INSTANT.number()));
    }

    Optional<PlayEntry> find(Tx tx, UserId user, long id) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM play WHERE user_id = ? AND play_id = ?",
                PlayAdditionStore::entry,
                user.value(),
                id);
    }

    /// The plays of these items that were stored at this time.
    List<PlayEntry> storedAt(Tx tx, UserId user, Collection<? extends MediaId> items, Instant stored) {
        List<PlayEntry> found = new ArrayList<>();
        MediaId.forEachChunk(
                items,
                (kind, batch) -> found.addAll(tx.query(
                        "SELECT " + COLUMNS + " FROM play WHERE " + PlayStore.ofItems(batch.size())
                                + " AND created_at = ? ORDER BY play_id",
                        PlayAdditionStore::entry,
                        user.value(),
                        kind.number(),
                        Tx.padToPlaceholders(batch),
                        stored)));
        return found;
    }

    /// Adds a play.
    ///
    /// @return false if the user has a play of the item at that time, or at an unknown time if it is unknown
    boolean add(Tx tx, UserId user, long id, Watchable item, WatchedTime time, PlayAction action, Instant now) {
        Instant at = time.at();
        boolean added = tx.update(
                        """
                        INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, time_precision, position,
                            action, app_id, created_at)
                        SELECT CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS SMALLINT), CAST(? AS BIGINT),
                            CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS SMALLINT), 0, CAST(? AS SMALLINT),
                            CAST(NULL AS BIGINT), CAST(? AS BIGINT)
                        WHERE NOT EXISTS (
                            SELECT 1 FROM play
                            WHERE user_id = ? AND kind = ? AND item_id = ? AND coalesce(watched_at, 0) = ?)
                        ON CONFLICT DO NOTHING
                        """,
                        user.value(),
                        id,
                        item.kind().number(),
                        item.id().value(),
                        item.showNumber(),
                        at,
                        time.precision().number(),
                        action.number(),
                        now,
                        user.value(),
                        item.kind().number(),
                        item.id().value(),
                        at == null ? 0 : at.toEpochMilli())
                == 1;
        if (added) {
            PlayMonthStore.changed(tx, user, at);
        }
        return added;
    }

    /// Adds a play at an unknown time, beside those that there are.
    void addAnother(Tx tx, UserId user, long id, Watchable item, PlayAction action, Instant now) {
        tx.update(
                """
                INSERT INTO play
                    (user_id, play_id, kind, item_id, show_id, watched_at, time_precision, position, action, app_id,
                     created_at)
                VALUES (?, ?, ?, ?, ?, NULL, ?,
                    (SELECT coalesce(max(position) + 1, 0) FROM play
                     WHERE user_id = ? AND kind = ? AND item_id = ? AND coalesce(watched_at, 0) = 0),
                    ?, NULL, ?)
                """,
                user.value(),
                id,
                item.kind().number(),
                item.id().value(),
                item.showNumber(),
                TimePrecision.UNKNOWN.number(),
                user.value(),
                item.kind().number(),
                item.id().value(),
                action.number(),
                now);
        PlayMonthStore.changed(tx, user, (Instant) null);
    }

    int remove(Tx tx, UserId user, List<Long> ids) {
        List<@Nullable Instant> times = new ArrayList<>();
        tx.forEach(
                "DELETE FROM play WHERE user_id = ? AND play_id IN (" + Tx.placeholders(ids.size())
                        + ") RETURNING watched_at",
                row -> times.add(row.instantOrNull(1)),
                user.value(),
                Tx.padToPlaceholders(ids));
        PlayMonthStore.changed(tx, user, times);
        return times.size();
    }

    /// Whether a player or a check-in has reported a play of the item within this distance of a time.
    boolean isReportedNear(Tx tx, UserId user, Watchable item, Instant at, Duration distance) {
        return tx.findFirst(
                        """
                        SELECT play_id FROM play WHERE user_id = ? AND kind = ? AND item_id = ?
                        AND watched_at > ? AND watched_at < ? AND action IN (?, ?)
                        """,
                        row -> true,
                        user.value(),
                        item.kind().number(),
                        item.id().value(),
                        at.minus(distance),
                        at.plus(distance),
                        PlayAction.SCROBBLE.number(),
                        PlayAction.CHECKIN.number())
                .isPresent();
    }

    /// Whether there is a play of the item within this distance of a time.
    boolean isNear(Tx tx, UserId user, Watchable item, Instant at, Duration distance) {
        return tx.findFirst(
                        """
                        SELECT play_id FROM play WHERE user_id = ? AND kind = ? AND item_id = ?
                        AND watched_at > ? AND watched_at < ?
                        """,
                        row -> true,
                        user.value(),
                        item.kind().number(),
                        item.id().value(),
                        at.minus(distance),
                        at.plus(distance))
                .isPresent();
    }

    private static PlayEntry entry(Row row) {
        Watchable item = Watchable.of(row.getInt(2), row.getLong(3), row.getLong(4));
        return PlayEntry.stored(
                row.getLong(1), item, row.instantOrNull(5), row.getInt(7), PlayAction.of(row.getInt(6)));
    }
}
