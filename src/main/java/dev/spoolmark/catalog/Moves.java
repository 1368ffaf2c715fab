package dev.spoolmark.catalog;

import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a feature does when an item turns out to be another: it brings the rows of its people along.
///
/// Both may be done again at any time: whoever followed already has nothing left behind.
public interface Moves {

    /// The tables it answers for.
    Set<String> tables();

    /// Some of the people who have something left behind, by number from `after` on.
    List<Long> people(Tx tx, List<Move> moves, long after, int limit);

    /// Brings along what one person left behind. What they have on both becomes one.
    void move(Tx tx, long person, List<Move> moves, Instant now);
}
