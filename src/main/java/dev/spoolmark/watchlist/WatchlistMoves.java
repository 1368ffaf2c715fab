package dev.spoolmark.watchlist;

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

/// Watchlists follow an item that became another. Who listed both has it where they listed it first.
public final class WatchlistMoves implements Moves {

    private static final PersonalRows ROWS = new PersonalRows(
            "watchlist_item",
            List.of(),
            List.of(Column.number("entry_id"), Column.number("listed_at"), Column.number("rank"), Column.text("note")),
            true,
            """
            UPDATE SET entry_id = excluded.entry_id, listed_at = excluded.listed_at, rank = excluded.rank,
                note = coalesce(watchlist_item.note, excluded.note)
            WHERE excluded.listed_at < watchlist_item.listed_at""");

    private final Timeline timeline;

    public WatchlistMoves(Timeline timeline) {
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
                .map(kind -> kind.word() + ".watchlist")
                .toList();
        timeline.changed(tx, new UserId(person), areas, now);
    }
}
