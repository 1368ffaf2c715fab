package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.CreditStore;
import dev.spoolmark.catalog.CreditStore.CreditRow;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects changes of the credits of some items, for one transaction.
public final class CreditChanges {

    private final Kind kind;
    private final MergePolicy policy;
    private final Map<Long, List<CreditRow>> existing;
    private final Map<Long, List<CreditRow>> changed = new HashMap<>();

    public CreditChanges(Tx tx, Kind kind, Collection<Long> items, MergePolicy policy) {
        this.kind = kind;
        this.policy = policy;
        this.existing = CreditStore.creditsOf(tx, kind, items);
    }

    /// Records the credits if they replace those that are stored.
    ///
    /// @param withdrawn whether the source provided credits before, so that an empty list removes them
    /// @return whether something changes
    public boolean recordIfChanged(long item, List<CreditRow> values, boolean withdrawn) {
        if ((values.isEmpty() && !(withdrawn && existing.containsKey(item)))
                || values.equals(existing.get(item))
                || (!policy.isSource() && existing.containsKey(item))) {
            return false;
        }
        changed.put(item, values);
        return true;
    }

    public void save(Tx tx) {
        CreditStore.replace(tx, kind, changed);
    }
}
