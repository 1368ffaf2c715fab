package dev.spoolmark.catalog;

import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
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

/// Keeps which items became others, and whose people still have to follow.
final class AliasStore {

    private static final int CHUNK = 500;

    private static final String MOVES = """
            SELECT kind, item_id, target, CASE kind
                WHEN 1 THEN 0
                WHEN 2 THEN target
                WHEN 3 THEN (SELECT s.show_id FROM season s WHERE s.season_id = target)
                ELSE (SELECT e.show_id FROM episode e WHERE e.episode_id = target) END, since
            FROM (SELECT m.kind, m.item_id, coalesce(a.item_id, m.item_id) AS target, m.since
                  FROM moving m LEFT JOIN item_alias a ON a.kind = m.kind AND a.old_id = m.item_id
                  %s) moved
            ORDER BY since, kind, item_id
            """;

    private AliasStore() {}

    /// From now on each of the ones is its other, and so is everything that had become the one.
    static void lead(Tx tx, Kind kind, Map<Long, Long> items, Instant now) {
        List<Object[]> before = new ArrayList<>();
        List<Object[]> aliases = new ArrayList<>();
        items.forEach((from, into) -> {
            before.add(new Object[] {into, kind.number(), from});
            aliases.add(new Object[] {kind.number(), from, into});
        });
        tx.updateAll("UPDATE item_alias SET item_id = ? WHERE kind = ? AND item_id = ?", before);
        tx.updateAll("INSERT INTO item_alias (kind, old_id, item_id) VALUES (?, ?, ?)", aliases);
        follow(tx, kind, items.keySet(), now);
    }

    /// People with something on these items have to follow them.
    static void follow(Tx tx, Kind kind, Collection<Long> items, Instant now) {
        tx.updateAll(
                """
                INSERT INTO moving (kind, item_id, since) VALUES (?, ?, ?)
                ON CONFLICT (kind, item_id) DO UPDATE SET since = excluded.since
                """,
                items.stream()
                        .map(item -> new Object[] {kind.number(), item, now})
                        .toList());
    }

    /// All that somebody may still have to follow, the oldest first.
    static List<Move> moves(Tx tx) {
        return tx.query(String.format(Locale.ROOT, MOVES, ""), AliasStore::move);
    }

    /// What went at that moment.
    static List<Move> moves(Tx tx, Instant then) {
        return tx.query(String.format(Locale.ROOT, MOVES, "WHERE m.since = ?"), AliasStore::move, then);
    }

    private static Move move(Row row) {
        return new Move(Kind.of(row.count(1)), row.number(2), row.number(3), row.number(4), row.instant(5));
    }

    /// Takes away what is left of an item that became another, with any question about it; false for a show in which
    /// something is left.
    static boolean removeLeft(Tx tx, Kind kind, long item) {
        String unless = kind == Kind.SHOW ? """
                 AND NOT EXISTS (SELECT 1 FROM episode e WHERE e.show_id = show.show_id)
                AND NOT EXISTS (SELECT 1 FROM season s WHERE s.show_id = show.show_id)""" : "";
        SourceJobStore.delete(tx, kind, item);
        SourceFactStore.delete(tx, List.of(MediaId.of(kind, item)));
        return tx.update(String.format(Locale.ROOT, "DELETE FROM %1$s WHERE %1$s_id = ?", kind.word()) + unless, item)
                == 1;
    }

    static void settled(Tx tx, Collection<Move> moves) {
        moves.forEach(move -> tx.update(
                "DELETE FROM moving WHERE kind = ? AND item_id = ?", move.kind().number(), move.from()));
    }

    /// What these became; what is still itself is absent.
    static Map<Long, Long> targets(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, Long> targets = new HashMap<>();
        items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        "SELECT old_id, item_id FROM item_alias WHERE kind = ? AND old_id IN (" + Tx.marks(some.size())
                                + ") ORDER BY old_id",
                        row -> targets.put(row.number(1), row.number(2)),
                        kind.number(),
                        Tx.padded(some)));
        return targets;
    }

    /// Whether another became this item, or this one is on its way to another.
    static boolean isInvolved(Tx tx, MediaId item) {
        return tx.first(
                        """
                        SELECT 1 FROM item_alias WHERE kind = ? AND item_id = ?
                        UNION ALL SELECT 1 FROM item_alias WHERE kind = ? AND old_id = ?
                        UNION ALL SELECT 1 FROM moving WHERE kind = ? AND item_id = ?
                        """,
                        row -> row.count(1),
                        item.kind().number(),
                        item.value(),
                        item.kind().number(),
                        item.value(),
                        item.kind().number(),
                        item.value())
                .isPresent();
    }

    static long target(Tx tx, Kind kind, long item) {
        return targets(tx, kind, List.of(item)).getOrDefault(item, item);
    }

    /// What `get` finds under these ids; under one that it does not know, what that became.
    static <I extends MediaId, T> Map<I, T> following(
            Tx tx, Kind kind, Collection<I> wanted, LongFunction<I> id, Function<Collection<I>, Map<I, T>> get) {
        Map<I, T> found = new LinkedHashMap<>(get.apply(wanted));
        List<I> unknown = wanted.stream().filter(one -> !found.containsKey(one)).toList();
        if (!unknown.isEmpty()) {
            Map<Long, Long> targets =
                    targets(tx, kind, unknown.stream().map(MediaId::value).toList());
            Map<I, T> there = get.apply(
                    new ArrayList<>(targets.values().stream().map(id::apply).toList()));
            targets.forEach((old, target) -> {
                T value = there.get(id.apply(target));
                if (value != null) {
                    found.put(id.apply(old), Objects.requireNonNull(value));
                }
            });
        }
        return found;
    }
}
