package dev.spoolmark.lists;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class ListItemStore {

    /// When two items are merged, a list with both has the result once, at the better rank.
    static final UserItemTable TABLE = new UserItemTable(
            "list_item",
            List.of(Column.number("list_id")),
            List.of(Column.number("entry_id"), Column.number("rank"), Column.text("note"), Column.number("listed_at")),
            false,
            """
            UPDATE SET entry_id = excluded.entry_id, rank = excluded.rank, listed_at = excluded.listed_at,
                note = coalesce(list_item.note, excluded.note)
            WHERE (excluded.rank, excluded.entry_id) < (list_item.rank, list_item.entry_id)""");

    private static final String ITEMS = """
            SELECT kind, item_id FROM list_item
            WHERE user_id = ? AND list_id = ? AND kind <= 4
            ORDER BY rank, entry_id
            """;

    List<MediaId> inOrder(Tx tx, UserList list) {
        return tx.query(
                ITEMS, ListItemStore::item, list.owner().value(), list.id().value());
    }

    Set<MediaId> all(Tx tx, UserList list) {
        return new HashSet<>(inOrder(tx, list));
    }

    /// Appends items in their order and returns those that were not on the list. A list deleted meanwhile
    /// stays deleted; concurrent appends wait.
    List<MediaId> append(Tx tx, UserList list, List<MediaId> items, Instant now) {
        if (!lock(tx, list)) {
            return List.of();
        }
        Set<MediaId> existing = among(tx, list, items);
        List<MediaId> newItems =
                items.stream().filter(item -> !existing.contains(item)).toList();
        int rank = ListOrderStore.ORDER.lastRank(tx, ListOrderStore.key(list));
        List<Object[]> rows = new ArrayList<>();
        for (MediaId item : newItems) {
            rows.add(new Object[] {
                list.owner().value(),
                list.id().value(),
                item.kind().number(),
                item.value(),
                tx.newId("list_item"),
                ++rank,
                now
            });
        }
        tx.updateAll("""
                INSERT INTO list_item (user_id, list_id, kind, item_id, entry_id, rank, listed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (user_id, list_id, kind, item_id) DO NOTHING
                """, rows);
        return newItems;
    }

    /// Sets notes in a fixed order, so that two batches never deadlock. An empty note is stored as null.
    void setNotes(Tx tx, UserList list, Map<MediaId, String> notes) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        notes.keySet().stream()
                .sorted(Comparator.comparing(MediaId::kind).thenComparingLong(MediaId::value))
                .forEach(item -> {
                    String note = notes.getOrDefault(item, "");
                    rows.add(new @Nullable Object[] {
                        note.isEmpty() ? null : note,
                        list.owner().value(),
                        list.id().value(),
                        item.kind().number(),
                        item.value()
                    });
                });
        tx.updateAll(
                "UPDATE list_item SET note = ? WHERE user_id = ? AND list_id = ? AND kind = ? AND item_id = ?", rows);
    }

    /// The notes of these items, at most 500. Items without a note are absent.
    Map<MediaId, String> notes(Tx tx, UserList list, Collection<MediaId> items) {
        Map<MediaId, String> notes = new HashMap<>();
        MediaId.byKind(items)
                .forEach((kind, ids) -> tx.forEach(
                        "SELECT item_id, note FROM list_item WHERE user_id = ? AND list_id = ? AND kind = ?"
                                + " AND item_id IN (" + Tx.placeholders(ids.size())
                                + ") AND note IS NOT NULL ORDER BY item_id",
                        row -> notes.put(MediaId.of(kind, row.getLong(1)), row.getString(2)),
                        list.owner().value(),
                        list.id().value(),
                        kind.number(),
                        Tx.padToPlaceholders(ids)));
        return notes;
    }

    /// The items that were added at a time.
    int removeAddedAt(Tx tx, UserList list, Instant at) {
        return tx.update(
                "DELETE FROM list_item WHERE user_id = ? AND list_id = ? AND listed_at = ?",
                list.owner().value(),
                list.id().value(),
                at);
    }

    int count(Tx tx, UserList list) {
        return tx.findFirst(
                        "SELECT count(*) FROM list_item WHERE user_id = ? AND list_id = ?",
                        row -> row.getInt(1),
                        list.owner().value(),
                        list.id().value())
                .orElse(0);
    }

    int remove(Tx tx, UserList list, List<MediaId> items) {
        int[] removed = {0};
        MediaId.byKind(items)
                .forEach((kind, ids) -> removed[0] += tx.update(
                        "DELETE FROM list_item WHERE user_id = ? AND list_id = ? AND kind = ? AND item_id IN ("
                                + Tx.placeholders(ids.size()) + ")",
                        list.owner().value(),
                        list.id().value(),
                        kind.number(),
                        Tx.padToPlaceholders(ids)));
        return removed[0];
    }

    void removeAll(Tx tx, UserList list) {
        tx.update(
                "DELETE FROM list_item WHERE user_id = ? AND list_id = ?",
                list.owner().value(),
                list.id().value());
    }

    /// Locks a list; false if it was deleted.
    static boolean lock(Tx tx, UserList list) {
        return tx.update(
                        "UPDATE list SET changed_at = changed_at WHERE user_id = ? AND list_id = ?",
                        list.owner().value(),
                        list.id().value())
                == 1;
    }

    private static Set<MediaId> among(Tx tx, UserList list, Collection<MediaId> items) {
        Set<MediaId> existing = new HashSet<>();
        MediaId.byKind(items)
                .forEach((kind, ids) -> tx.forEach(
                        "SELECT item_id FROM list_item WHERE user_id = ? AND list_id = ? AND kind = ? AND item_id IN ("
                                + Tx.placeholders(ids.size()) + ") ORDER BY item_id",
                        row -> existing.add(MediaId.of(kind, row.getLong(1))),
                        list.owner().value(),
                        list.id().value(),
                        kind.number(),
                        Tx.padToPlaceholders(ids)));
        return existing;
    }

    private static MediaId item(Row row) {
        return MediaId.of(Kind.of(row.getInt(1)), row.getLong(2));
    }
}
