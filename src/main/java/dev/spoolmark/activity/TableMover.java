package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Moves the rows of one table to the item that replaces theirs, and moves the stamps of their users.
///
/// @param type empty for data without stamps
public record TableMover(UserItemTable rows, Optional<ActivityType> type, ActivityStamps stamps)
        implements UserDataMover {

    public TableMover(UserItemTable rows, ActivityType type, ActivityStamps stamps) {
        this(rows, Optional.of(type), stamps);
    }

    @Override
    public Set<String> tables() {
        return Set.of(rows.table());
    }

    @Override
    public List<Long> affectedUsers(Tx tx, List<UserDataMove> moves, long after, int limit) {
        return rows.findUsers(tx, moves, after, limit);
    }

    @Override
    public void migrate(Tx tx, long userId, List<UserDataMove> moves, Instant now) {
        List<ActivityArea> areas = rows.move(tx, userId, moves).stream()
                .flatMap(kind -> type.map(changed -> ActivityArea.of(kind, changed)).stream())
                .toList();
        stamps.touch(tx, new UserId(userId), areas, now);
    }
}
