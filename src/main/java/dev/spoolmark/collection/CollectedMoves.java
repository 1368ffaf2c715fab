package dev.spoolmark.collection;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.Timeline;
import dev.spoolmark.catalog.Move;
import dev.spoolmark.catalog.Moves;
import dev.spoolmark.catalog.PersonalRows;
import dev.spoolmark.catalog.PersonalRows.Column;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What people own follows an item that became another. Who owned both has owned it since the first.
public final class CollectedMoves implements Moves {

    private static final PersonalRows ROWS =
            new PersonalRows("collected", List.of(), List.of(Column.number("collected_at")), true, """
            UPDATE SET collected_at = excluded.collected_at
            WHERE excluded.collected_at < collected.collected_at""");

    private final Timeline timeline;

    public CollectedMoves(Timeline timeline) {
        this.timeline = timeline;
    }

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
        List<String> areas = ROWS.move(tx, person, moves).stream()
                .map(kind -> kind.word() + ".collection")
                .toList();
        timeline.changed(tx, new UserId(person), areas, now);
    }
}
