package dev.spoolmark.catalog;

import dev.spoolmark.store.Tx;
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
final class OtherTitles {

    private final Kind kind;
    private final Precedence precedence;
    private final Map<Long, Set<OtherTitle>> standing;
    private final Map<Long, List<OtherTitle>> changed = new HashMap<>();

    OtherTitles(Tx tx, Kind kind, Collection<Long> items, Precedence precedence) {
        this.precedence = precedence;
        this.kind = kind;
        this.standing = OtherTitleStore.of(tx, kind, items);
    }

    /// Those that say something beside the title, the first of each spelling.
    static List<OtherTitle> beside(@Nullable String title, List<OtherTitle> given) {
        Map<String, OtherTitle> distinct = new LinkedHashMap<>();
        for (OtherTitle other : given) {
            String clean = Given.title(other.title());
            if (clean != null) {
                distinct.putIfAbsent(other.key(), new OtherTitle(clean, other.language(), other.country()));
            }
        }
        distinct.values().removeIf(other -> title != null && Objects.equals(other.key(), Name.Titled.key(title)));
        return List.copyOf(distinct.values());
    }

    /// Whether the source brought others than stand.
    ///
    /// @param takenBack whether it gave some before, so that none erases them
    boolean areNew(long item, List<OtherTitle> given, boolean takenBack) {
        if ((given.isEmpty() && !(takenBack && standing.containsKey(item)))
                || new HashSet<>(given).equals(standing.get(item))
                || (!precedence.isSource() && standing.containsKey(item))) {
            return false;
        }
        changed.put(item, given);
        return true;
    }

    void save(Tx tx) {
        OtherTitleStore.replace(tx, kind, changed);
    }
}
