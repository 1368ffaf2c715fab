package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Provider;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.db.Tx;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Stores external ids of related items, as sources provide them.
public final class RelatedIdStore {

    /// As many as a source provides at once; at most ten are shown.
    private static final int MAX_RELATED = 20;

    private RelatedIdStore() {}

    /// @return external ids of related items of the same kind, best first
    public static List<ExternalId> of(Tx tx, MediaId item) {
        return tx.query(
                "SELECT provider, value FROM source_related WHERE kind = ? AND item_id = ? ORDER BY position",
                row -> new ExternalId(Provider.of(row.getString(1)), row.getString(2)),
                item.kind().number(),
                item.value());
    }

    /// Replaces the ids.
    public static void save(Tx tx, MediaId item, List<ExternalId> incoming) {
        List<ExternalId> ids = incoming.stream().distinct().limit(MAX_RELATED).toList();
        if (ids.equals(of(tx, item))) {
            return;
        }
        delete(tx, item);
        tx.updateAll(
                "INSERT INTO source_related (kind, item_id, position, provider, value) VALUES (?, ?, ?, ?, ?)",
                IntStream.range(0, ids.size())
                        .mapToObj(position -> new @Nullable Object[] {
                            item.kind().number(),
                            item.value(),
                            position,
                            ids.get(position).provider().key(),
                            ids.get(position).value()
                        })
                        .toList());
    }

    /// Moves the related items of a merged item to the remaining one, unless that has some.
    public static void transfer(Tx tx, MediaId from, MediaId into) {
        int kind = from.kind().number();
        tx.update("""
                UPDATE source_related SET item_id = ? WHERE kind = ? AND item_id = ?
                AND NOT EXISTS (SELECT 1 FROM source_related o WHERE o.kind = ? AND o.item_id = ?)
                """, into.value(), kind, from.value(), kind, into.value());
        delete(tx, from);
    }

    private static void delete(Tx tx, MediaId item) {
        tx.update(
                "DELETE FROM source_related WHERE kind = ? AND item_id = ?",
                item.kind().number(),
                item.value());
    }
}
