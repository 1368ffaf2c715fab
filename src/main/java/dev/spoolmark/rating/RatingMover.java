package dev.spoolmark.rating;

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

/// Ratings follow an item that became another. Of two by one person the later one counts.
public final class RatingMover implements UserDataMover {

    private static final UserItemTable ROWS = new UserItemTable(
            "rating", List.of(), List.of(Column.number("score"), Column.number("rated_at")), false, """
            UPDATE SET score = excluded.score, rated_at = excluded.rated_at
            WHERE excluded.rated_at > rating.rated_at""");

    private final ActivityStamps timeline;

    public RatingMover(ActivityStamps timeline) {
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
                .map(kind -> kind.key() + ".rating")
                .toList();
        timeline.changed(tx, new UserId(userId), areas, now);
    }
}
