package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Provider;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores the ids that items have at sources.
public final class ExternalIdStore {

    private ExternalIdStore() {}

    /// The item of an external id.
    ///
    /// @param superseded whether the item had the id before
    public record IdOwner(long item, boolean superseded) {}

    /// @return the items of these ids; unknown ids are absent
    public static Map<ExternalId, Long> owners(Tx tx, Kind kind, Collection<ExternalId> requested) {
        Map<ExternalId, Long> owners = new HashMap<>();
        idOwners(tx, kind, requested).forEach((id, owner) -> owners.put(id, owner.item()));
        return owners;
    }

    public static Map<ExternalId, IdOwner> idOwners(Tx tx, Kind kind, Collection<ExternalId> requested) {
        Map<ExternalId, IdOwner> owners = new HashMap<>();
        Map<Provider, List<ExternalId>> byProvider =
                requested.stream().distinct().collect(Collectors.groupingBy(ExternalId::provider));
        byProvider.forEach((provider, ids) -> ids.stream()
                .map(ExternalId::value)
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(values -> tx.forEach(
                        String.format(Locale.ROOT, """
                        SELECT value, item_id, superseded FROM external_id
                        WHERE provider = ? AND kind = ? AND value IN (%s)
                        ORDER BY value
                        """, Tx.placeholders(values.size())),
                        row -> owners.put(
                                new ExternalId(provider, row.getString(1)),
                                new IdOwner(row.getLong(2), row.getBoolean(3))),
                        provider.key(),
                        kind.number(),
                        Tx.padToPlaceholders(values))));
        return owners;
    }

    /// @return the items of other kinds that have these IMDb ids; IMDb numbers all titles together
    public static Map<String, List<MediaId>> imdbOfOtherKinds(Tx tx, Kind kind, Collection<String> imdb) {
        Map<String, List<MediaId>> items = new HashMap<>();
        imdb.stream()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(values -> tx.forEach(
                        String.format(Locale.ROOT, """
                        SELECT value, kind, item_id FROM external_id
                        WHERE provider = 'imdb' AND kind IN (1, 2, 3, 4) AND kind <> ? AND value IN (%s)
                        ORDER BY value, kind
                        """, Tx.placeholders(values.size())),
                        row -> items.computeIfAbsent(row.getString(1), value -> new ArrayList<>())
                                .add(MediaId.of(Kind.of(row.getInt(2)), row.getLong(3))),
                        kind.number(),
                        Tx.padToPlaceholders(values)));
        return items;
    }

    public static Map<Long, Ids> idsOf(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, List<ExternalId>> found = new HashMap<>();
        items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        String.format(Locale.ROOT, """
                        SELECT item_id, provider, value FROM external_id
                        WHERE kind = ? AND item_id IN (%s) AND NOT superseded
                        ORDER BY item_id, provider, value
                        """, Tx.placeholders(batch.size())),
                        row -> found.computeIfAbsent(row.getLong(1), item -> new ArrayList<>())
                                .add(new ExternalId(Provider.of(row.getString(2)), row.getString(3))),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Ids.of(e.getValue())));
    }

    /// Moves the ids of each item (key) to another (value), whose own current ids stay.
    public static void transfer(Tx tx, Kind kind, Map<Long, Long> items) {
        List<@Nullable Object[]> ids = new ArrayList<>();
        items.forEach((from, into) -> ids.add(new @Nullable Object[] {into, kind.number(), into, kind.number(), from}));
        tx.updateAll("""
                UPDATE external_id SET item_id = ?, superseded = superseded OR EXISTS (
                    SELECT 1 FROM external_id own WHERE own.kind = ? AND own.item_id = ? AND own.provider = external_id.provider
                    AND NOT own.superseded)
                WHERE kind = ? AND item_id = ?
                """, ids);
    }
}
