package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.lookup.AlternativeTitleStore;
import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects changes of the alternative titles of some items, for one transaction.
public final class AlternativeTitleChanges {

    private final Kind kind;
    private final MergePolicy policy;
    private final Map<Long, Set<AlternativeTitle>> existing;
    private final Map<Long, List<AlternativeTitle>> changed = new HashMap<>();

    public AlternativeTitleChanges(Tx tx, Kind kind, Collection<Long> items, MergePolicy policy) {
        this.policy = policy;
        this.kind = kind;
        this.existing = AlternativeTitleStore.of(tx, kind, items);
    }

    /// @return the titles that differ from the main title when folded, the first of each spelling
    static List<AlternativeTitle> excluding(@Nullable String title, List<AlternativeTitle> values) {
        Map<String, AlternativeTitle> distinct = new LinkedHashMap<>();
        for (AlternativeTitle other : values) {
            String clean = InputCleaner.title(other.title());
            if (clean != null) {
                distinct.putIfAbsent(other.key(), new AlternativeTitle(clean, other.language(), other.country()));
            }
        }
        distinct.values()
                .removeIf(other -> title != null && Objects.equals(other.key(), LookupKey.TitleKey.key(title)));
        return List.copyOf(distinct.values());
    }

    /// Records the titles if they replace those that are stored.
    ///
    /// @param withdrawn whether the source provided titles before, so that an empty list removes them
    /// @return whether something changes
    public boolean recordIfChanged(long item, List<AlternativeTitle> values, boolean withdrawn) {
        if ((values.isEmpty() && !(withdrawn && existing.containsKey(item)))
                || new HashSet<>(values).equals(existing.get(item))
                || (!policy.isSource() && existing.containsKey(item))) {
            return false;
        }
        changed.put(item, values);
        return true;
    }

    public void save(Tx tx) {
        AlternativeTitleStore.replace(tx, kind, changed);
    }
}
