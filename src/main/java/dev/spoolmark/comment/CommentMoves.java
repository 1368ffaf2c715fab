package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.Timeline;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Move;
import dev.spoolmark.catalog.Moves;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What people said follows the thing that became another.
public final class CommentMoves implements Moves {

    private final Timeline timeline;

    public CommentMoves(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Set<String> tables() {
        return Set.of("comment", "user_comment");
    }

    @Override
    public List<Long> people(Tx tx, List<Move> moves, long after, int limit) {
        List<Long> people = new ArrayList<>();
        for (Move move : moves) {
            if (!move.isWithinItem()) {
                people.addAll(tx.query("""
                        SELECT DISTINCT user_id FROM comment WHERE kind = ? AND item_id = ? AND user_id > ?
                        ORDER BY user_id LIMIT ?
                        """, row -> row.number(1), move.kind().number(), move.from(), after, limit));
            }
        }
        return people;
    }

    @Override
    public void move(Tx tx, long person, List<Move> moves, Instant now) {
        Set<String> areas = new TreeSet<>();
        for (Move move : moves) {
            if (!move.isWithinItem()) {
                move(tx, person, move, areas);
            }
        }
        timeline.changed(tx, new UserId(person), areas, now);
    }

    private static void move(Tx tx, long person, Move move, Set<String> areas) {
        Kind kind = move.kind();
        tx.each(
                """
                UPDATE user_comment SET item_id = ? WHERE user_id = ? AND kind = ? AND item_id = ?
                RETURNING review
                """,
                row -> {
                    areas.add(kind.word() + ".comment");
                    areas.add(kind.word() + (row.flag(1) ? ".review" : ".shout"));
                },
                move.to(),
                person,
                kind.number(),
                move.from());
        tx.update(
                "UPDATE comment SET item_id = ? WHERE kind = ? AND item_id = ? AND user_id = ?",
                move.to(),
                kind.number(),
                move.from(),
                person);
    }
}
