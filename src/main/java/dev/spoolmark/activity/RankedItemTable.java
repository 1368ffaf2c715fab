package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table of items that users keep in an order of their own, each with a note, such as the watchlist. Its
/// columns are `user_id`, `kind`, `item_id`, `show_id`, `entry_id`, `listed_at`, `rank` and `note`.
public final class RankedItemTable {

    private final String table;
    private final UserItemTable items;
    private final ListedItemQuery pages;
    private final RankedItems order;

    /// @param max the highest number of items of one user
    public RankedItemTable(String table, int max) {
        this.table = table;
        this.items = new UserItemTable(
                table,
                List.of(),
                List.of(
                        Column.number("entry_id"),
                        Column.number("listed_at"),
                        Column.number("rank"),
                        Column.text("note")),
                true,
                String.format(Locale.ROOT, """
                        UPDATE SET entry_id = excluded.entry_id, listed_at = excluded.listed_at, rank = excluded.rank,
                            note = coalesce(%1$s.note, excluded.note)
                        WHERE excluded.listed_at < %1$s.listed_at""", table));
        this.pages = new ListedItemQuery(String.format(Locale.ROOT, """
                SELECT kind, item_id, CASE WHEN kind = 2 THEN item_id ELSE show_id END AS show_id,
                       listed_at AS added_at, 1 AS items, rank, entry_id, note
                FROM %s WHERE user_id = ?""", table), 1);
        this.order = new RankedItems(table, "user_id = ?", max);
    }

    /// A row as a record of its feature.
    @FunctionalInterface
    public interface EntryReader<E> {

        /// @param id unique among all entries
        E read(MediaId item, long id, int rank, Instant listedAt, @Nullable String note);
    }

    /// Its rows. When two items are merged, a user who had both has the entry that was added first.
    public UserItemTable items() {
        return items;
    }

    /// Its items by pages. A show belongs to itself, whatever its column says.
    public ListedItemQuery pages() {
        return pages;
    }

    public RankedItems order() {
        return order;
    }

    /// The rank of the last entry; 0 if there is none.
    public int lastRank(Tx tx, UserId user) {
        return order.lastRank(tx, List.of(user.value()));
    }

    /// Sets a note; null removes it.
    ///
    /// @return whether the item is there
    public boolean setNote(Tx tx, UserId user, MediaId item, @Nullable String note) {
        return tx.update(
                        "UPDATE " + table + " SET note = ? WHERE user_id = ? AND kind = ? AND item_id = ?",
                        note,
                        user.value(),
                        item.kind().number(),
                        item.value())
                == 1;
    }

    /// New entries rank behind all others.
    public List<NewRow> newRows(Tx tx, UserId user, List<Entry> entries, Instant at) {
        int rank = lastRank(tx, user);
        List<NewRow> rows = new ArrayList<>();
        for (Entry entry : entries) {
            rows.add(new NewRow(entry, List.of(tx.newId("entry"), at, ++rank)));
        }
        return rows;
    }

    /// When these items were added. Items that are not there are absent.
    public Map<MediaId, Instant> since(Tx tx, UserId user, Collection<? extends MediaId> requested) {
        return items.times(tx, user.value(), "listed_at", requested);
    }

    /// All entries, by kind and id.
    ///
    /// @param after the last item of the page before; null for the first page
    public <E> List<E> page(Tx tx, UserId user, @Nullable MediaId after, int max, EntryReader<E> reader) {
        return tx.query(
                "SELECT kind, item_id, entry_id, rank, listed_at, note FROM " + table
                        + " WHERE user_id = ? AND (kind, item_id) > (?, ?) ORDER BY kind, item_id LIMIT ?",
                row -> reader.read(
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
