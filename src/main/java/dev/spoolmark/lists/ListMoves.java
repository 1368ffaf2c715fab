package dev.spoolmark.lists;

import dev.spoolmark.catalog.Move;
import dev.spoolmark.catalog.Moves;
import dev.spoolmark.catalog.PersonalRows;
import dev.spoolmark.catalog.PersonalRows.Column;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What is on lists follows an item that became another. A list with both has it once, in the better place.
public final class ListMoves implements Moves {

    private static final PersonalRows ROWS = new PersonalRows(
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
    public List<Long> people(Tx tx, List<Move> moves, long after, int limit) {
        return ROWS.people(tx, moves, after, limit);
    }

    @Override
    public void move(Tx tx, long person, List<Move> moves, Instant now) {
        ROWS.move(tx, person, moves);
    }
}
