package dev.spoolmark.catalog.merge;

import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a feature does when an item turns out to be another: it brings the rows of its people along.
///
/// Both may be done again at any time: whoever followed already has nothing left behind.
public interface UserDataMover {

    /// The tables it answers for.
    Set<String> tables();

    /// Some of the people who have something left behind, by number from `after` on.
    List<Long> affectedUsers(Tx tx, List<ItemRedirect> moves, long after, int limit);

    /// Brings along what one person left behind. What they have on both becomes one.
    void migrate(Tx tx, long person, List<ItemRedirect> moves, Instant now);
}
