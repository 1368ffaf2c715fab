package dev.spoolmark.scrobble;

import dev.spoolmark.catalog.Move;
import dev.spoolmark.catalog.Moves;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What people watch right now goes on when it became another.
public final class WatchingMoves implements Moves {

    private static final String BEHIND = " WHERE kind = ? AND item_id = ? AND (item_id <> ? OR show_id <> ?)";

    @Override
    public Set<String> tables() {
        return Set.of("watching");
    }

    @Override
    public List<Long> people(Tx tx, List<Move> moves, long after, int limit) {
        List<Long> people = new ArrayList<>();
        for (Move move : moves) {
            people.addAll(tx.query(
                    "SELECT user_id FROM watching" + BEHIND + " AND user_id > ? ORDER BY user_id LIMIT ?",
                    row -> row.number(1),
                    move.kind().number(),
                    move.from(),
                    move.to(),
                    move.show(),
                    after,
                    limit));
        }
        return people;
    }

    @Override
    public void move(Tx tx, long person, List<Move> moves, Instant now) {
        for (Move move : moves) {
            tx.update(
                    "UPDATE watching SET item_id = ?, show_id = ?" + BEHIND + " AND user_id = ?",
                    move.to(),
                    move.show(),
                    move.kind().number(),
                    move.from(),
                    move.to(),
                    move.show(),
                    person);
        }
    }
}
