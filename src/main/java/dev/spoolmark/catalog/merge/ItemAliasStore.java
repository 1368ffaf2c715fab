package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.edit.EditedFactStore;
import dev.spoolmark.catalog.ingest.SourceFactStore;
import dev.spoolmark.catalog.source.SourceJobStore;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Gatherers;

/// Stores which items were merged into others, and for which of them data of users may still have to move.
public final class ItemAliasStore {

    private static final String MOVES = """
            SELECT kind, item_id, target, CASE kind
                WHEN 1 THEN 0
                WHEN 2 THEN target
                WHEN 3 THEN (SELECT s.show_id FROM season s WHERE s.season_id = target)
                ELSE (SELECT e.show_id FROM episode e WHERE e.episode_id = target) END, since
            FROM (SELECT m.kind, m.item_id, coalesce(a.item_id, m.item_id) AS target, m.since
                  FROM item_migration m LEFT JOIN item_alias a ON a.kind = m.kind AND a.old_id = m.item_id
                  %s) moved
            ORDER BY since, kind, item_id
            """;

    private ItemAliasStore() {}

    /// Redirects each item (key) to another (value), and all items that were redirected to it.
    static void addRedirects(Tx tx, Kind kind, Map<Long, Long> items, Instant now) {
        List<Object[]> previous = new ArrayList<>();
        List<Object[]> aliases = new ArrayList<>();
        items.forEach((from, into) -> {
            previous.add(new Object[] {into, kind.number(), from});
            aliases.add(new Object[] {kind.number(), from, into});
        });
        tx.updateAll("UPDATE item_alias SET item_id = ? WHERE kind = ? AND item_id = ?", previous);
        tx.updateAll("INSERT INTO item_alias (kind, old_id, item_id) VALUES (?, ?, ?)", aliases);
        enqueueMigration(tx, kind, items.keySet(), now);
    }

    /// Queues the items whose user data has to move.
    static void enqueueMigration(Tx tx, Kind kind, Collection<Long> items, Instant now) {
        tx.updateAll(
                """
                INSERT INTO item_migration (kind, item_id, since) VALUES (?, ?, ?)
                ON CONFLICT (kind, item_id) DO UPDATE SET since = excluded.since
                """,
                items.stream()
                        .map(item -> new Object[] {kind.number(), item, now})
                        .toList());
    }

    /// @return all queued moves, the oldest first
    static List<UserDataMove> moves(Tx tx) {
        return tx.query(String.format(Locale.ROOT, MOVES, ""), ItemAliasStore::move);
    }

    /// @return the moves of merges at that instant
    static List<UserDataMove> moves(Tx tx, Instant then) {
        return tx.query(String.format(Locale.ROOT, MOVES, "WHERE m.since = ?"), ItemAliasStore::move, then);
    }

    private static UserDataMove move(Row row) {
        return new UserDataMove(Kind.of(row.getInt(1)), row.getLong(2), row.getLong(3), row.getLong(4), row.instant(5));
    }

    /// Deletes a merged item with its lookup job.
    ///
    /// @return false for a show that still has seasons or episodes
    static boolean deleteEmptied(Tx tx, Kind kind, long item) {
        String unless = kind == Kind.SHOW ? """
                 AND NOT EXISTS (SELECT 1 FROM episode e WHERE e.show_id = show.show_id)
                AND NOT EXISTS (SELECT 1 FROM season s WHERE s.show_id = show.show_id)""" : "";
        SourceJobStore.delete(tx, kind, item);
        SourceFactStore.delete(tx, List.of(MediaId.of(kind, item)));
        EditedFactStore.delete(tx, kind, List.of(item));
        return tx.update(String.format(Locale.ROOT, "DELETE FROM %1$s WHERE %1$s_id = ?", kind.key()) + unless, item)
                == 1;
    }

    static void completeMigration(Tx tx, Collection<UserDataMove> moves) {
        moves.forEach(move -> tx.update(
                "DELETE FROM item_migration WHERE kind = ? AND item_id = ?",
                move.kind().number(),
                move.from()));
    }

    /// @return the items that these were merged into; others are absent
    public static Map<Long, Long> resolve(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, Long> targets = new HashMap<>();
        items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT old_id, item_id FROM item_alias WHERE kind = ? AND old_id IN ("
                                + Tx.placeholders(batch.size()) + ") ORDER BY old_id",
                        row -> targets.put(row.getLong(1), row.getLong(2)),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return targets;
    }

    /// @return whether the item is part of a merge, as source or target
    public static boolean isInvolved(Tx tx, MediaId item) {
        return tx.findFirst(
                        """
                        SELECT 1 FROM item_alias WHERE kind = ? AND item_id = ?
                        UNION ALL SELECT 1 FROM item_alias WHERE kind = ? AND old_id = ?
                        UNION ALL SELECT 1 FROM item_migration WHERE kind = ? AND item_id = ?
                        """,
                        row -> row.getInt(1),
                        item.kind().number(),
                        item.value(),
                        item.kind().number(),
                        item.value(),
                        item.kind().number(),
                        item.value())
                .isPresent();
    }

    /// @return whether the item was merged into another, or is being deleted
    public static boolean isRemoved(Tx tx, Kind kind, long item) {
        return tx.findFirst("""
                        SELECT 1 FROM item_alias WHERE kind = ? AND old_id = ?
                        UNION ALL SELECT 1 FROM item_migration WHERE kind = ? AND item_id = ? AND kind IN (1, 2)
                        """, row -> true, kind.number(), item, kind.number(), item)
                .isPresent();
    }

    public static long target(Tx tx, Kind kind, long item) {
        return resolve(tx, kind, List.of(item)).getOrDefault(item, item);
    }

    /// @return what `get` finds under these ids, and under the target of each merged item that it does not
    ///     find
    public static <I extends MediaId, T> Map<I, T> findResolving(
            Tx tx, Kind kind, Collection<I> requested, LongFunction<I> id, Function<Collection<I>, Map<I, T>> get) {
        Map<I, T> found = new LinkedHashMap<>(get.apply(requested));
        List<I> unknown =
                requested.stream().filter(item -> !found.containsKey(item)).toList();
        if (!unknown.isEmpty()) {
            Map<Long, Long> targets =
                    resolve(tx, kind, unknown.stream().map(MediaId::value).toList());
            Map<I, T> existing = get.apply(
                    new ArrayList<>(targets.values().stream().map(id::apply).toList()));
            targets.forEach((old, target) -> {
                T value = existing.get(id.apply(target));
                if (value != null) {
                    found.put(id.apply(old), Objects.requireNonNull(value));
                }
            });
        }
        return found;
    }
}
