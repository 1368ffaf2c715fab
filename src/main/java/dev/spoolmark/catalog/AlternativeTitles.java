package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.catalog.ingest.MergePolicy;
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

/// The other titles of items that a source speaks of, for one transaction: those that stand and those that are new.
public final class AlternativeTitles {

    private final Kind kind;
    private final MergePolicy precedence;
    private final Map<Long, Set<AlternativeTitle>> existing;
    private final Map<Long, List<AlternativeTitle>> changed = new HashMap<>();

    public AlternativeTitles(Tx tx, Kind kind, Collection<Long> items, MergePolicy precedence) {
        this.precedence = precedence;
        this.kind = kind;
        this.existing = AlternativeTitleStore.of(tx, kind, items);
    }

    /// Those that say something beside the title, the first of each spelling.
    static List<AlternativeTitle> beside(@Nullable String title, List<AlternativeTitle> values) {
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

    /// Whether the source brought others than stand.
    ///
    /// @param takenBack whether it gave some before, so that none erases them
    public boolean areNew(long item, List<AlternativeTitle> values, boolean takenBack) {
        if ((values.isEmpty() && !(takenBack && existing.containsKey(item)))
                || new HashSet<>(values).equals(existing.get(item))
                || (!precedence.isSource() && existing.containsKey(item))) {
            return false;
        }
        changed.put(item, values);
        return true;
    }

    public void save(Tx tx) {
        AlternativeTitleStore.replace(tx, kind, changed);
    }
}
