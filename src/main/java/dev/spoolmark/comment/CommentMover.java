package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityArea;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Moves comments to the item that replaces theirs.
public final class CommentMover implements UserDataMover {

    private final ActivityStamps stamps;

    public CommentMover(ActivityStamps stamps) {
        this.stamps = stamps;
    }

    @Override
    public Set<String> tables() {
        return Set.of("comment", "user_comment");
    }

    @Override
    public List<Long> affectedUsers(Tx tx, List<UserDataMove> moves, long after, int limit) {
        List<Long> users = new ArrayList<>();
        for (UserDataMove move : moves) {
            if (!move.isWithinItem()) {
                users.addAll(tx.query("""
                        SELECT DISTINCT user_id FROM comment WHERE kind = ? AND item_id = ? AND user_id > ?
                        ORDER BY user_id LIMIT ?
                        """, row -> row.getLong(1), move.kind().number(), move.from(), after, limit));
            }
        }
        return users;
    }

    @Override
    public void migrate(Tx tx, long userId, List<UserDataMove> moves, Instant now) {
        Set<ActivityArea> areas = EnumSet.noneOf(ActivityArea.class);
        for (UserDataMove move : moves) {
            if (!move.isWithinItem()) {
                move(tx, userId, move, areas);
            }
        }
        stamps.touch(tx, new UserId(userId), areas, now);
    }

    private static void move(Tx tx, long userId, UserDataMove move, Set<ActivityArea> areas) {
        Kind kind = move.kind();
        tx.forEach(
                """
                UPDATE user_comment SET item_id = ? WHERE user_id = ? AND kind = ? AND item_id = ?
                RETURNING review
                """,
                row -> {
                    areas.add(ActivityArea.of(kind, ActivityType.COMMENT));
                    areas.add(ActivityArea.of(kind, row.getBoolean(1) ? ActivityType.REVIEW : ActivityType.SHOUT));
                },
                move.to(),
                userId,
                kind.number(),
                move.from());
        tx.update(
                "UPDATE comment SET item_id = ? WHERE kind = ? AND item_id = ? AND user_id = ?",
                move.to(),
                kind.number(),
                move.from(),
                userId);
    }
}
