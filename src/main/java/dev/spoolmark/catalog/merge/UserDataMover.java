package dev.spoolmark.catalog.merge;

import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Moves the data of a feature when items are merged.
///
/// Both methods can be repeated: data that has moved is not found again.
public interface UserDataMover {

    /// @return the tables of the feature
    Set<String> tables();

    /// @return users with data under the old items, by id, beginning after `after`
    List<Long> affectedUsers(Tx tx, List<UserDataMove> moves, long after, int limit);

    /// Moves the data of one user. Data under both items is combined.
    void migrate(Tx tx, long person, List<UserDataMove> moves, Instant now);
}
