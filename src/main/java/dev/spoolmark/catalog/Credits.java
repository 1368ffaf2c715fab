package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CreditStore.CreditRow;
import dev.spoolmark.catalog.ingest.MergePolicy;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who made the items that a source speaks of, for one transaction: the credits that stand and those that are new.
public final class Credits {

    private final Kind kind;
    private final MergePolicy precedence;
    private final Map<Long, List<CreditRow>> existing;
    private final Map<Long, List<CreditRow>> changed = new HashMap<>();

    public Credits(Tx tx, Kind kind, Collection<Long> items, MergePolicy precedence) {
        this.kind = kind;
        this.precedence = precedence;
        this.existing = CreditStore.linesOf(tx, kind, items);
    }

    /// Whether the source brought others than stand.
    ///
    /// @param takenBack whether it gave some before, so that none erases them
    public boolean areNew(long item, List<CreditRow> values, boolean takenBack) {
        if ((values.isEmpty() && !(takenBack && existing.containsKey(item)))
                || values.equals(existing.get(item))
                || (!precedence.isSource() && existing.containsKey(item))) {
            return false;
        }
        changed.put(item, values);
        return true;
    }

    public void save(Tx tx) {
        CreditStore.replace(tx, kind, changed);
    }
}
