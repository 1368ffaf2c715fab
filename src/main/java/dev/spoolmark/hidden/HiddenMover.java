package dev.spoolmark.hidden;

import dev.spoolmark.catalog.merge.ItemRedirect;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What people hid stays hidden when it became another.
public final class HiddenMover implements UserDataMover {

    private static final UserItemTable ROWS = new UserItemTable(
            "hidden", List.of(Column.text("section")), List.of(Column.number("hidden_at")), true, """
            UPDATE SET hidden_at = excluded.hidden_at
            WHERE excluded.hidden_at < hidden.hidden_at""");

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
        ROWS.move(tx, userId, moves);
    }
}
