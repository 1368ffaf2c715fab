package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Copies rows into `removed_item` and back.
final class RemovedItemStore {

    private static final String OF_REMOVAL = " WHERE user_id = ? AND removed_at = ? AND place = ? AND list_id = ?";

    private RemovedItemStore() {}

    static void keep(Tx tx, RemovalSource source, UserId user, long list, Kind kind, List<Long> items, Instant now) {
        tx.update(
                """
                INSERT INTO removed_item (user_id, removed_at, place, list_id, kind, item_id, show_id, entry_id,
                    added_at, rank, note""" + source.furtherColumns()
                        + ") SELECT user_id, CAST(? AS BIGINT), CAST(? AS INTEGER), " + columns(source) + " FROM "
                        + source.table() + " WHERE user_id = ?" + (source.hasLists() ? " AND list_id = ?" : "")
                        + " AND kind = ? AND item_id IN (" + Tx.placeholders(items.size())
                        + ") ON CONFLICT (user_id, removed_at, place, list_id, kind, item_id) DO NOTHING",
                now,
                source.place(),
                user.value(),
                source.hasLists() ? List.of(list) : List.of(),
                kind.number(),
                Tx.padToPlaceholders(items));
    }

    /// The columns of the source in the order of `removed_item`.
    private static String columns(RemovalSource source) {
        String list = source.hasLists() ? "list_id" : "0";
        String show = source.hasShows() ? source.show() : "0";
        String entry = source.isRanked() ? "entry_id" : "0";
        String order = source.isRanked() ? "rank, note" : "0, CAST(NULL AS TEXT)";
        return String.join(", ", list, "kind", "item_id", show, entry, source.addedAt(), order)
                + source.furtherColumns();
    }

    /// Rows of a removal, by kind and id.
    static List<MediaId> find(Tx tx, RemovalSource source, UserId user, long list, Instant removedAt, int max) {
        return tx.query(
                "SELECT kind, item_id FROM removed_item" + OF_REMOVAL + " ORDER BY kind, item_id LIMIT ?",
                row -> MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)),
                user.value(),
                removedAt,
                source.place(),
                list,
                max);
    }

    /// Puts rows back and forgets them.
    ///
    /// @return those that were not there
    static List<MediaId> restore(
            Tx tx, RemovalSource source, UserId user, long list, Instant removedAt, List<MediaId> items) {
        List<MediaId> restored = new ArrayList<>();
        MediaId.forEachChunk(items, (kind, ids) -> {
            List<Object> values =
                    List.of(user.value(), removedAt, source.place(), list, kind.number(), Tx.padToPlaceholders(ids));
            String rows = OF_REMOVAL + " AND kind = ? AND item_id IN (" + Tx.placeholders(ids.size()) + ")";
            tx.forEach(
                    insert(source) + rows + " ON CONFLICT (user_id, " + (source.hasLists() ? "list_id, " : "")
                            + "kind, item_id) DO NOTHING RETURNING item_id",
                    row -> restored.add(MediaId.of(kind, row.getLong(1))),
                    values.toArray());
            tx.update("DELETE FROM removed_item" + rows, values.toArray());
        });
        return restored;
    }

    private static String insert(RemovalSource source) {
        String list = source.hasLists() ? "list_id, " : "";
        String show = source.hasShows() ? source.show() + ", " : "";
        String ranked = source.isRanked() ? ", entry_id, rank, note" : source.furtherColumns();
        String common = "user_id, " + list + "kind, item_id, ";
        return "INSERT INTO " + source.table() + " (" + common + show + source.addedAt() + ranked + ") SELECT " + common
                + (source.hasShows() ? "show_id, " : "") + "added_at" + ranked + " FROM removed_item";
    }

    /// Deletes what can no longer be undone, of all users.
    static int purge(Tx tx, Instant before) {
        return tx.update("DELETE FROM removed_item WHERE removed_at < ?", before);
    }
}
