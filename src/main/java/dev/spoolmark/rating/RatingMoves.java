package dev.spoolmark.rating;

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

/// Ratings follow an item that became another. Of two by one person the later one counts.
public final class RatingMoves implements Moves {

    private static final PersonalRows ROWS = new PersonalRows(
            "rating", List.of(), List.of(Column.number("score"), Column.number("rated_at")), false, """
            UPDATE SET score = excluded.score, rated_at = excluded.rated_at
            WHERE excluded.rated_at > rating.rated_at""");

    private final Timeline timeline;

    public RatingMoves(Timeline timeline) {
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
                .map(kind -> kind.word() + ".rating")
                .toList();
        timeline.changed(tx, new UserId(person), areas, now);
    }
}
