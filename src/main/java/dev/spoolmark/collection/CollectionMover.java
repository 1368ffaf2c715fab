package dev.spoolmark.collection;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.merge.ItemRedirect;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What people own follows an item that became another. Who owned both has owned it since the first.
public final class CollectionMover implements UserDataMover {

    private static final UserItemTable ROWS =
            new UserItemTable("collected", List.of(), List.of(Column.number("collected_at")), true, """
            UPDATE SET collected_at = excluded.collected_at
            WHERE excluded.collected_at < collected.collected_at""");

    private final ActivityStamps timeline;

    public CollectionMover(ActivityStamps timeline) {
        this.timeline = timeline;
    }

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
        List<String> areas = ROWS.move(tx, userId, moves).stream()
                .map(kind -> kind.key() + ".collection")
                .toList();
        timeline.changed(tx, new UserId(userId), areas, now);
    }
}
