package dev.spoolmark.scrobble;

import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Moves what users are watching when items are merged.
public final class NowWatchingMover implements UserDataMover {

    private static final String OF_MERGED = " WHERE kind = ? AND item_id = ? AND (item_id <> ? OR show_id <> ?)";

    @Override
    public Set<String> tables() {
        return Set.of("watching");
    }

    @Override
    public List<Long> affectedUsers(Tx tx, List<UserDataMove> moves, long after, int limit) {
        List<Long> users = new ArrayList<>();
        for (UserDataMove move : moves) {
            users.addAll(tx.query(
                    "SELECT user_id FROM watching" + OF_MERGED + " AND user_id > ? ORDER BY user_id LIMIT ?",
                    row -> row.getLong(1),
                    move.kind().number(),
                    move.from(),
                    move.to(),
                    move.show(),
                    after,
                    limit));
        }
        return users;
    }

    @Override
    public void migrate(Tx tx, long userId, List<UserDataMove> moves, Instant now) {
        for (UserDataMove move : moves) {
            tx.update(
                    "UPDATE watching SET item_id = ?, show_id = ?" + OF_MERGED + " AND user_id = ?",
                    move.to(),
                    move.show(),
                    move.kind().number(),
                    move.from(),
                    move.to(),
                    move.show(),
                    userId);
        }
    }
}
