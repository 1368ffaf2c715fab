package dev.spoolmark.lists;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and changes the order of the entries of lists.
///
/// Entries are ordered by rank, then by entry. Ranks have gaps, so that most moves change one row.
final class ListOrderStore {

    /// The gap that a move makes where there is none. Later moves to the same place need none.
    private static final int GAP = 1_024;

    /// Beyond it the ranks are numbered from 1 again.
    private static final int LARGEST_RANK = 500_000_000;

    private static final String OF_LIST = " FROM list_item WHERE user_id = ? AND list_id = ?";

    /// How many entries precede the first one of a page.
    int countUpTo(Tx tx, UserList list, ListPosition last) {
        return tx.findFirst(
                        "SELECT count(*)" + OF_LIST + " AND (rank, entry_id) <= (?, ?)",
                        row -> row.getInt(1),
                        owner(list),
                        last.rank(),
                        last.entry())
                .orElse(0);
    }

    /// The number of items of these lists of one owner. Empty lists are absent.
    Map<ListId, Integer> counts(Tx tx, long owner, Collection<UserList> lists) {
        Map<ListId, Integer> counts = new HashMap<>();
        List<Long> ids = lists.stream().map(list -> list.id().value()).toList();
        tx.forEach(
                "SELECT list_id, count(*) FROM list_item WHERE user_id = ? AND list_id IN ("
                        + Tx.placeholders(ids.size()) + ") GROUP BY list_id ORDER BY list_id",
                row -> counts.put(new ListId(row.getLong(1)), row.getInt(2)),
                owner,
                Tx.padToPlaceholders(ids));
        return counts;
    }

    /// Moves an entry, so that it has this number in the list. The caller has locked the list.
    ///
    /// @param number from 1; a number beyond the end is the end
    /// @return whether the item is on the list
    boolean move(Tx tx, UserList list, MediaId item, int number) {
        Optional<ListPosition> moved = find(tx, list, item);
        moved.ifPresent(position -> {
            Optional<ListPosition> before = number > 1 ? other(tx, list, position, number - 2) : Optional.empty();
            Optional<ListPosition> behind = other(tx, list, position, number - 1);
            if (number > 1 && before.isEmpty()) {
                before = last(tx, list, position);
            }
            setRank(tx, list, position, rankBetween(tx, list, position, before.orElse(null), behind.orElse(null)));
            renumberIfLarge(tx, list);
        });
        return moved.isPresent();
    }

    /// The number of an item in the list, from 1; empty if it is not on it.
    Optional<Integer> number(Tx tx, UserList list, MediaId item) {
        return find(tx, list, item).map(position -> countUpTo(tx, list, position));
    }

    private static int rankBetween(
            Tx tx, UserList list, ListPosition moved, @Nullable ListPosition before, @Nullable ListPosition behind) {
        if (before == null) {
            return behind == null ? moved.rank() : behind.rank() - GAP;
        }
        if (behind == null) {
            return before.rank() + GAP;
        }
        if (behind.rank() - before.rank() < 2) {
            makeGap(tx, list, moved, behind);
            return before.rank() + GAP / 2;
        }
        return before.rank() + (behind.rank() - before.rank()) / 2;
    }

    /// Raises the ranks of an entry and of all behind it.
    private static void makeGap(Tx tx, UserList list, ListPosition moved, ListPosition from) {
        tx.update(
                "UPDATE list_item SET rank = rank + ? WHERE user_id = ? AND list_id = ?"
                        + " AND (rank, entry_id) >= (?, ?) AND entry_id <> ?",
                GAP,
                list.owner().value(),
                list.id().value(),
                from.rank(),
                from.entry(),
                moved.entry());
    }

    private static void setRank(Tx tx, UserList list, ListPosition moved, int rank) {
        tx.update(
                "UPDATE list_item SET rank = ? WHERE user_id = ? AND list_id = ? AND entry_id = ?",
                rank,
                list.owner().value(),
                list.id().value(),
                moved.entry());
    }

    private static void renumberIfLarge(Tx tx, UserList list) {
        boolean isLarge = tx.findFirst(
                        "SELECT 1" + OF_LIST + " AND (rank > ? OR rank < ?) LIMIT 1",
                        row -> true,
                        owner(list),
                        LARGEST_RANK,
                        -LARGEST_RANK)
                .orElse(false);
        if (isLarge) {
            List<Long> entries = tx.query(
                    "SELECT entry_id" + OF_LIST + " ORDER BY rank, entry_id", row -> row.getLong(1), owner(list));
            List<Object[]> rows = new ArrayList<>();
            for (long entry : entries) {
                rows.add(new Object[] {
                    rows.size() + 1, list.owner().value(), list.id().value(), entry
                });
            }
            tx.updateAll("UPDATE list_item SET rank = ? WHERE user_id = ? AND list_id = ? AND entry_id = ?", rows);
        }
    }

    private static Optional<ListPosition> find(Tx tx, UserList list, MediaId item) {
        return tx.findFirst(
                "SELECT rank, entry_id" + OF_LIST + " AND kind = ? AND item_id = ?",
                ListOrderStore::position,
                owner(list),
                item.kind().number(),
                item.value());
    }

    /// The entry at an index among the others. A list has at most 20,000 items, so the index is counted.
    private static Optional<ListPosition> other(Tx tx, UserList list, ListPosition moved, int index) {
        return tx.findFirst(
                "SELECT rank, entry_id" + OF_LIST + " AND entry_id <> ? ORDER BY rank, entry_id LIMIT 1 OFFSET ?",
                ListOrderStore::position,
                owner(list),
                moved.entry(),
                index);
    }

    private static Optional<ListPosition> last(Tx tx, UserList list, ListPosition moved) {
        return tx.findFirst(
                "SELECT rank, entry_id" + OF_LIST + " AND entry_id <> ? ORDER BY rank DESC, entry_id DESC LIMIT 1",
                ListOrderStore::position,
                owner(list),
                moved.entry());
    }

    private static List<Long> owner(UserList list) {
        return List.of(list.owner().value(), list.id().value());
    }

    private static ListPosition position(Row row) {
        return new ListPosition(row.getInt(1), row.getLong(2));
    }
}
