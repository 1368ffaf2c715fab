package dev.spoolmark.favorite;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ListedItemQuery;
import dev.spoolmark.activity.RankedItems;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.catalog.merge.UserItemTable.Entry;
import dev.spoolmark.catalog.merge.UserItemTable.NewRow;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class FavoriteStore {

    /// When two items are merged, a user who had both has the entry that was added first.
    static final UserItemTable TABLE = new UserItemTable(
            "favorite_item",
            List.of(),
            List.of(Column.number("entry_id"), Column.number("listed_at"), Column.number("rank"), Column.text("note")),
            true,
            """
            UPDATE SET entry_id = excluded.entry_id, listed_at = excluded.listed_at, rank = excluded.rank,
                note = coalesce(favorite_item.note, excluded.note)
            WHERE excluded.listed_at < favorite_item.listed_at""");

    static final ListedItemQuery PAGES = new ListedItemQuery("""
            SELECT kind, item_id, CASE WHEN kind = 2 THEN item_id ELSE show_id END AS show_id,
                   listed_at AS added_at, 1 AS items, rank, entry_id, note
            FROM favorite_item WHERE user_id = ?""", 1);

    static final RankedItems ORDER = new RankedItems("favorite_item", "user_id = ?", Favorites.MAX_ITEMS);

    /// Sets a note; null removes it.
    ///
    /// @return whether the item is there
    boolean setNote(Tx tx, UserId user, MediaId item, @Nullable String note) {
        return tx.update(
                        "UPDATE favorite_item SET note = ? WHERE user_id = ? AND kind = ? AND item_id = ?",
                        note,
                        user.value(),
                        item.kind().number(),
                        item.value())
                == 1;
    }

    /// New entries rank behind all others.
    List<NewRow> newRows(Tx tx, UserId user, List<Entry> entries, Instant at) {
        int rank = ORDER.lastRank(tx, List.of(user.value()));
        List<NewRow> rows = new ArrayList<>();
        for (Entry entry : entries) {
            rows.add(new NewRow(entry, List.of(tx.newId("entry"), at, ++rank)));
        }
        return rows;
    }

    Map<MediaId, Instant> since(Tx tx, UserId user, Collection<? extends MediaId> items) {
        return TABLE.times(tx, user.value(), "listed_at", items);
    }

    List<FavoriteEntry> page(Tx tx, UserId user, @Nullable MediaId after, int max) {
        return tx.query(
                """
                SELECT kind, item_id, entry_id, rank, listed_at, note FROM favorite_item
                WHERE user_id = ? AND (kind, item_id) > (?, ?)
                ORDER BY kind, item_id LIMIT ?
                """,
                row -> new FavoriteEntry(
                        MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)),
                        row.getLong(3),
                        row.getInt(4),
                        row.instant(5),
                        row.textOrNull(6)),
                user.value(),
                after == null ? 0 : after.kind().number(),
                after == null ? 0 : after.value(),
                max);
    }
}
