package dev.spoolmark.hidden;

import dev.spoolmark.catalog.Move;
import dev.spoolmark.catalog.Moves;
import dev.spoolmark.catalog.PersonalRows;
import dev.spoolmark.catalog.PersonalRows.Column;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What people hid stays hidden when it became another.
public final class HiddenMoves implements Moves {

    private static final PersonalRows ROWS =
            new PersonalRows("hidden", List.of(Column.text("section")), List.of(Column.number("hidden_at")), true, """
            UPDATE SET hidden_at = excluded.hidden_at
            WHERE excluded.hidden_at < hidden.hidden_at""");

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
