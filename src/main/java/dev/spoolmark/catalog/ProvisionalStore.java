package dev.spoolmark.catalog;

import dev.spoolmark.store.Tx;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Tells what nothing has confirmed yet.
final class ProvisionalStore {

    private ProvisionalStore() {}

    static Set<MediaId> among(Tx tx, Collection<? extends MediaId> items) {
        Set<MediaId> found = new HashSet<>();
        MediaId.eachChunk(
                items,
                (kind, some) -> tx.each(
                        String.format(
                                Locale.ROOT,
                                "SELECT %1$s_id FROM %1$s WHERE %1$s_id IN (%2$s) AND provisional ORDER BY %1$s_id",
                                kind.word(),
                                Tx.marks(some.size())),
                        row -> found.add(MediaId.of(kind, row.number(1))),
                        Tx.padded(some)));
        return found;
    }
}
