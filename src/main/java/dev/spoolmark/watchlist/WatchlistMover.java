package dev.spoolmark.watchlist;

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

/// Watchlists follow an item that became another. Who listed both has it where they listed it first.
public final class WatchlistMover implements UserDataMover {

    private static final UserItemTable ROWS = new UserItemTable(
            "watchlist_item",
            List.of(),
            List.of(Column.number("entry_id"), Column.number("listed_at"), Column.number("rank"), Column.text("note")),
            true,
            """
            UPDATE SET entry_id = excluded.entry_id, listed_at = excluded.listed_at, rank = excluded.rank,
                note = coalesce(watchlist_item.note, excluded.note)
            WHERE excluded.listed_at < watchlist_item.listed_at""");

    private final ActivityStamps timeline;

    public WatchlistMover(ActivityStamps timeline) {
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
                .map(kind -> kind.key() + ".watchlist")
                .toList();
        timeline.changed(tx, new UserId(userId), areas, now);
    }
}
