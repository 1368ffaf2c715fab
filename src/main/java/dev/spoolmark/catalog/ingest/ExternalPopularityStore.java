package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Provider;
import dev.spoolmark.catalog.lookup.ExternalIdStore;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores the external popularity of items.
public final class ExternalPopularityStore {

    private ExternalPopularityStore() {}

    /// @return the items whose votes differ by more than a tenth from the stored ones
    static Map<Long, Long> changed(Tx tx, Kind kind, Collection<ExternalPopularity> popularity) {
        Map<ExternalId, Long> votesById = new HashMap<>();
        popularity.forEach(entry -> votesById.put(new ExternalId(Provider.IMDB, entry.imdb()), entry.votes()));
        Map<Long, Long> changed = new HashMap<>();
        ExternalIdStore.owners(tx, kind, votesById.keySet())
                .forEach((id, item) -> changed.put(item, votesById.get(id)));
        storedVotes(tx, kind, changed.keySet())
                .forEach((item, votes) -> changed.computeIfPresent(
                        item, (_, other) -> 10 * Math.abs(other - votes) <= votes ? null : other));
        return changed;
    }

    private static Map<Long, Long> storedVotes(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, Long> existing = new HashMap<>();
        items.stream()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT item_id, votes FROM external_popularity WHERE kind = ? AND item_id IN ("
                                + Tx.placeholders(batch.size()) + ") ORDER BY item_id",
                        row -> existing.put(row.getLong(1), row.getLong(2)),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return existing;
    }

    /// Stores votes and the current catalog revision of these items, for the search index.
    static void save(Tx tx, Kind kind, Map<Long, Long> votes) {
        long revision = CatalogWriteLock.currentRevision(tx);
        List<Long> items = votes.keySet().stream().sorted().toList();
        tx.updateAll(
                """
                INSERT INTO external_popularity (kind, item_id, votes) VALUES (?, ?, ?)
                ON CONFLICT (kind, item_id) DO UPDATE SET votes = excluded.votes
                """,
                items.stream()
                        .map(item -> new @Nullable Object[] {kind.number(), item, votes.get(item)})
                        .toList());
        tx.updateAll(
                String.format(Locale.ROOT, "UPDATE %1$s SET revision = ? WHERE %1$s_id = ?", kind.key()),
                items.stream()
                        .map(item -> new @Nullable Object[] {revision, item})
                        .toList());
    }

    /// Moves the votes of a merged item to the remaining one, unless that has some.
    public static void transfer(Tx tx, MediaId from, MediaId into) {
        int kind = from.kind().number();
        tx.update("""
                UPDATE external_popularity SET item_id = ? WHERE kind = ? AND item_id = ?
                AND NOT EXISTS (SELECT 1 FROM external_popularity o WHERE o.kind = ? AND o.item_id = ?)
                """, into.value(), kind, from.value(), kind, into.value());
        tx.update("DELETE FROM external_popularity WHERE kind = ? AND item_id = ?", kind, from.value());
    }
}
