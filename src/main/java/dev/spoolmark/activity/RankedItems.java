package dev.spoolmark.activity;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and changes the order of entries that have a rank, in the table of a feature.
///
/// Entries are ordered by rank, then by entry. Ranks have gaps, so that most moves change one row.
///
/// @param table with the columns `rank`, `entry_id`, `kind` and `item_id`
/// @param condition which rows belong to one owner, such as `user_id = ?`; the lists of numbers that the
/// methods take are its parameters
/// @param max the highest number of entries of one owner
public record RankedItems(String table, String condition, int max) {

    /// The gap that a move makes where there is none. Later moves to the same place need none.
    private static final int GAP = 1_024;

    /// Beyond it the ranks are numbered from 1 again.
    private static final int LARGEST_RANK = 500_000_000;

    private String where() {
        return " FROM " + table + " WHERE " + condition;
    }

    /// The rank of the last entry; 0 without entries.
    public int lastRank(Tx tx, List<Long> owner) {
        return tx.findFirst("SELECT coalesce(max(rank), 0)" + where(), row -> row.getInt(1), owner)
                .orElse(0);
    }

    /// How many entries there are up to a position.
    public int countUpTo(Tx tx, List<Long> owner, RankPosition last) {
        return tx.findFirst(
                        "SELECT count(*)" + where() + " AND (rank, entry_id) <= (?, ?)",
                        row -> row.getInt(1),
                        owner,
                        last.rank(),
                        last.entry())
                .orElse(0);
    }

    /// Moves an entry by some places, at most to an end.
    ///
    /// @param places negative for a move towards the beginning
    /// @return whether the item is there
    public boolean moveBy(Tx tx, List<Long> owner, MediaId item, int places) {
        return number(tx, owner, item)
                .map(number -> move(tx, owner, item, Math.clamp((long) number + places, 1, max)))
                .orElse(false);
    }

    /// Moves an entry, so that it has this number. The caller excludes concurrent moves of the same owner.
    ///
    /// @param number from 1; a number beyond the end is the end
    /// @return whether the item is there
    public boolean move(Tx tx, List<Long> owner, MediaId item, int number) {
        Optional<RankPosition> moved = find(tx, owner, item);
        moved.ifPresent(position -> {
            Optional<RankPosition> before = number > 1 ? other(tx, owner, position, number - 2) : Optional.empty();
            Optional<RankPosition> behind = other(tx, owner, position, number - 1);
            if (number > 1 && before.isEmpty()) {
                before = last(tx, owner, position);
            }
            setRank(tx, owner, item, rankBetween(tx, owner, position, before.orElse(null), behind.orElse(null)));
            renumberIfLarge(tx, owner);
        });
        return moved.isPresent();
    }

    /// The number of an item in the order, from 1; empty if it is not there.
    public Optional<Integer> number(Tx tx, List<Long> owner, MediaId item) {
        return find(tx, owner, item).map(position -> countUpTo(tx, owner, position));
    }

    private int rankBetween(
            Tx tx, List<Long> owner, RankPosition moved, @Nullable RankPosition before, @Nullable RankPosition behind) {
        if (before == null) {
            return behind == null ? moved.rank() : behind.rank() - GAP;
        }
        if (behind == null) {
            return before.rank() + GAP;
        }
        if (behind.rank() - before.rank() < 2) {
            makeGap(tx, owner, moved, behind);
            return before.rank() + GAP / 2;
        }
        return before.rank() + (behind.rank() - before.rank()) / 2;
    }

    /// Raises the ranks of an entry and of all behind it.
    private void makeGap(Tx tx, List<Long> owner, RankPosition moved, RankPosition from) {
        tx.update(
                "UPDATE " + table + " SET rank = rank + ? WHERE " + condition
                        + " AND (rank, entry_id) >= (?, ?) AND entry_id <> ?",
                GAP,
                owner,
                from.rank(),
                from.entry(),
                moved.entry());
    }

    private void setRank(Tx tx, List<Long> owner, MediaId item, int rank) {
        tx.update(
                "UPDATE " + table + " SET rank = ? WHERE " + condition + " AND kind = ? AND item_id = ?",
                rank,
                owner,
                item.kind().number(),
                item.value());
    }

    private void renumberIfLarge(Tx tx, List<Long> owner) {
        boolean isLarge = tx.findFirst(
                        "SELECT 1" + where() + " AND (rank > ? OR rank < ?) LIMIT 1",
                        row -> true,
                        owner,
                        LARGEST_RANK,
                        -LARGEST_RANK)
                .orElse(false);
        if (isLarge) {
            List<Object[]> rows = new ArrayList<>();
            tx.forEach(
                    "SELECT kind, item_id" + where() + " ORDER BY rank, entry_id",
                    row -> rows.add(new Object[] {rows.size() + 1, owner, row.getInt(1), row.getLong(2)}),
                    owner);
            tx.updateAll(
                    "UPDATE " + table + " SET rank = ? WHERE " + condition + " AND kind = ? AND item_id = ?", rows);
        }
    }

    private Optional<RankPosition> find(Tx tx, List<Long> owner, MediaId item) {
        return tx.findFirst(
                "SELECT rank, entry_id" + where() + " AND kind = ? AND item_id = ?",
                RankedItems::position,
                owner,
                item.kind().number(),
                item.value());
    }

    /// The entry at an index among the others. Owners have at most some hundred thousand, so the index is
    /// counted.
    private Optional<RankPosition> other(Tx tx, List<Long> owner, RankPosition moved, int index) {
        return tx.findFirst(
                "SELECT rank, entry_id" + where() + " AND entry_id <> ? ORDER BY rank, entry_id LIMIT 1 OFFSET ?",
                RankedItems::position,
                owner,
                moved.entry(),
                index);
    }

    private Optional<RankPosition> last(Tx tx, List<Long> owner, RankPosition moved) {
        return tx.findFirst(
                "SELECT rank, entry_id" + where() + " AND entry_id <> ? ORDER BY rank DESC, entry_id DESC LIMIT 1",
                RankedItems::position,
                owner,
                moved.entry());
    }

    private static RankPosition position(Row row) {
        return new RankPosition(row.getInt(1), row.getLong(2));
    }
}
