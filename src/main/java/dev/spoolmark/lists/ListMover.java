package dev.spoolmark.lists;

import dev.spoolmark.catalog.merge.ItemRedirect;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What is on lists follows an item that became another. A list with both has it once, in the better place.
public final class ListMover implements UserDataMover {

    private static final UserItemTable ROWS = new UserItemTable(
            "list_item",
            List.of(Column.number("list_id")),
            List.of(Column.number("entry_id"), Column.number("rank"), Column.text("note"), Column.number("listed_at")),
            false,
            """
            UPDATE SET entry_id = excluded.entry_id, rank = excluded.rank, listed_at = excluded.listed_at,
                note = coalesce(list_item.note, excluded.note)
            WHERE (excluded.rank, excluded.entry_id) < (list_item.rank, list_item.entry_id)""");

    @Override
    public Set<String> tables() {
        return Set.of(ROWS.table());
    }

    @Override
    public List<Long> affectedUsers(Tx tx, List<ItemRedirect> moves, long after, int limit) {
        return ROWS.findUsers(tx, moves, after, limit);
    }

    @Override
    public void migrate(Tx tx, long userId, List<ItemRedirect> moves, Instant now) {
        ROWS.move(tx, userId, moves);
    }
}
