package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;

/// Plays that their users deleted a few minutes ago, so that the last deletion can be undone.
final class DeletedPlayStore {

    static final UserItemTable TABLE = new UserItemTable(
            "deleted_play",
            List.of(Column.number("play_id")),
            List.of(
                    Column.number("watched_at"),
                    Column.number("time_precision"),
                    Column.number("action"),
                    Column.number("app_id"),
                    Column.number("created_at"),
                    Column.number("deleted_at")),
            true,
            "NOTHING");

    private static final String COPY = """
            INSERT INTO deleted_play (user_id, play_id, kind, item_id, show_id, watched_at, time_precision,
                action, app_id, created_at, deleted_at)
            SELECT user_id, play_id, kind, item_id, show_id, watched_at, time_precision, action, app_id, created_at,
                CAST(? AS BIGINT)
            FROM play WHERE user_id = ? AND play_id IN (""";

    /// Adds plays that are about to be deleted, in place of those of an earlier deletion.
    void add(Tx tx, UserId user, List<Long> plays, Instant now) {
        tx.update("DELETE FROM deleted_play WHERE user_id = ? AND deleted_at <> ?", user.value(), now);
        tx.update(
                COPY + Tx.placeholders(plays.size()) + ") ON CONFLICT (user_id, kind, item_id, play_id) DO NOTHING",
                now,
                user.value(),
                Tx.padToPlaceholders(plays));
    }

    /// The plays of the last deletion, by id.
    List<PlayEntry> find(Tx tx, UserId user, Instant since, int limit) {
        return tx.query("""
                SELECT play_id, kind, item_id, show_id, watched_at, action, time_precision FROM deleted_play
                WHERE user_id = ? AND deleted_at >= ? ORDER BY play_id LIMIT ?
                """, DeletedPlayStore::entry, user.value(), since, limit);
    }

    /// The plays of the last deletion that are of this item, at most 500.
    List<PlayEntry> ofItem(Tx tx, UserId user, MediaId item) {
        return tx.query(
                """
                SELECT play_id, kind, item_id, show_id, watched_at, action, time_precision FROM deleted_play
                WHERE user_id = ? AND kind = ? AND item_id = ? ORDER BY play_id LIMIT ?
                """, DeletedPlayStore::entry, user.value(), item.kind().number(), item.value(), Tx.MAX_PARAMETERS);
    }

    private static PlayEntry entry(Row row) {
        return PlayEntry.stored(
                row.getLong(1),
                Watchable.of(row.getInt(2), row.getLong(3), row.getLong(4)),
                row.instantOrNull(5),
                row.getInt(7),
                PlayAction.of(row.getInt(6)));
    }

    int count(Tx tx, UserId user, Instant since) {
        return tx.findFirst(
                        "SELECT count(*) FROM deleted_play WHERE user_id = ? AND deleted_at >= ?",
                        row -> row.getInt(1),
                        user.value(),
                        since)
                .orElse(0);
    }

    void remove(Tx tx, UserId user, List<PlayEntry> plays) {
        tx.update(
                "DELETE FROM deleted_play WHERE user_id = ? AND play_id IN (" + Tx.placeholders(plays.size()) + ")",
                user.value(),
                Tx.padToPlaceholders(plays.stream().map(PlayEntry::id).toList()));
    }

    /// Deletes what can no longer be undone, of all users.
    int purge(Tx tx, Instant before) {
        return tx.update("DELETE FROM deleted_play WHERE deleted_at < ?", before);
    }
}
