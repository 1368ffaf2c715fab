package dev.spoolmark.catalog.provisional;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Reads which items are provisional.
public final class ProvisionalItemStore {

    private ProvisionalItemStore() {}

    public static Set<MediaId> among(Tx tx, Collection<? extends MediaId> items) {
        Set<MediaId> found = new HashSet<>();
        MediaId.forEachChunk(
                items,
                (kind, batch) -> tx.forEach(
                        String.format(
                                Locale.ROOT,
                                "SELECT %1$s_id FROM %1$s WHERE %1$s_id IN (%2$s) AND provisional ORDER BY %1$s_id",
                                kind.key(),
                                Tx.placeholders(batch.size())),
                        row -> found.add(MediaId.of(kind, row.getLong(1))),
                        Tx.padToPlaceholders(batch)));
        return found;
    }
}
