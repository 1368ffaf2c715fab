package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CreditStore.Line;
import dev.spoolmark.store.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who made the items that a source speaks of, for one transaction: the credits that stand and those that are new.
final class Credits {

    private final Kind kind;
    private final Precedence precedence;
    private final Map<Long, List<Line>> standing;
    private final Map<Long, List<Line>> changed = new HashMap<>();

    Credits(Tx tx, Kind kind, Collection<Long> items, Precedence precedence) {
        this.kind = kind;
        this.precedence = precedence;
        this.standing = CreditStore.linesOf(tx, kind, items);
    }

    /// Whether the source brought others than stand.
    ///
    /// @param takenBack whether it gave some before, so that none erases them
    boolean areNew(long item, List<Line> given, boolean takenBack) {
        if ((given.isEmpty() && !(takenBack && standing.containsKey(item)))
                || given.equals(standing.get(item))
                || (!precedence.isSource() && standing.containsKey(item))) {
            return false;
        }
        changed.put(item, given);
        return true;
    }

    void save(Tx tx) {
        CreditStore.replace(tx, kind, changed);
    }
}
