package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table with one row for each user and item: reads and writes its rows, and moves them when items are merged.
///
/// @param keys further columns of the primary key
/// @param columns all other columns except user, item and show
/// @param hasShow whether it has a column `show_id`
/// @param onConflict what happens if the user has rows for both items: the rest of `ON CONFLICT ... DO`
public record UserItemTable(String table, List<Column> keys, List<Column> columns, boolean hasShow, String onConflict) {

    private static final String OF_ITEMS = " WHERE user_id = ? AND kind = ? AND item_id IN (";

    public UserItemTable {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
    }

    /// A column and the type of its values.
    public record Column(String name, Type type) {

        /// The type of the values; flags are never null.
        public enum Type {
            NUMBER,
            TEXT,
            FLAG
        }

        public static Column number(String name) {
            return new Column(name, Type.NUMBER);
        }

        public static Column text(String name) {
            return new Column(name, Type.TEXT);
        }

        public static Column flag(String name) {
            return new Column(name, Type.FLAG);
        }

        @Nullable
        Object read(Row row, int position) {
            return switch (type) {
                case NUMBER -> row.numberOrNull(position);
                case TEXT -> row.textOrNull(position);
                case FLAG -> row.getBoolean(position);
            };
        }
    }

    /// An item of a user.
    ///
    /// @param show the show it belongs to: the show itself for a show, 0 for a movie
    public record Entry(MediaId item, long show) {

        public static Entry of(MovieId movie) {
            return new Entry(movie, 0);
        }

        public static Entry of(ShowId show) {
            return new Entry(show, show.value());
        }

        public static Entry of(EpisodeId episode, ShowId show) {
            return new Entry(episode, show.value());
        }
    }

    /// A row to insert.
    ///
    /// @param values of the first of the columns; the others stay null
    public record NewRow(Entry entry, List<Object> values) {}

    /// Inserts rows of a table with shows. A row that exists stays unchanged; the statement itself decides, so that
    /// of two concurrent calls only one adds an item.
    ///
    /// @param rows at most 500, all with the same columns
    /// @return the items that were not there before
    public List<MediaId> add(Tx tx, long user, List<NewRow> rows) {
        List<Object> values = new ArrayList<>();
        for (NewRow row : Tx.padToPlaceholders(rows)) {
            MediaId item = row.entry().item();
            values.addAll(List.of(
                    user, item.kind().number(), item.value(), row.entry().show()));
            values.addAll(row.values());
        }
        int filled = rows.getFirst().values().size();
        Set<Long> added = new HashSet<>(tx.query(
                "INSERT INTO " + table + " (user_id, kind, item_id, show_id, " + names(columns.subList(0, filled))
                        + ") VALUES " + Tx.valueTuples(4 + filled, rows.size())
                        + " ON CONFLICT (user_id, kind, item_id) DO NOTHING RETURNING item_id",
                row -> row.getLong(1),
                values));
        return presentIn(rows.stream().map(row -> row.entry().item()).toList(), added);
    }

    /// Deletes the rows of these items.
    ///
    /// @return the items that were there
    public List<MediaId> remove(Tx tx, long user, Collection<? extends MediaId> items) {
        return selectItems("DELETE FROM " + table, " RETURNING item_id", tx, user, items);
    }

    /// Those of these items that the user has.
    public List<MediaId> existing(Tx tx, long user, Collection<? extends MediaId> items) {
        return selectItems("SELECT item_id FROM " + table, " ORDER BY item_id", tx, user, items);
    }

    /// How many items the user has.
    public int count(Tx tx, long user) {
        return tx.findFirst("SELECT count(*) FROM " + table + " WHERE user_id = ?", row -> row.getInt(1), user)
                .orElse(0);
    }

    /// The times in a column of the rows of these items. Items that the user does not have are absent.
    public Map<MediaId, Instant> times(Tx tx, long user, String column, Collection<? extends MediaId> items) {
        Map<MediaId, Instant> found = new HashMap<>();
        MediaId.forEachMixedChunk(
                items,
                (kinds, ids) -> tx.forEach(
                        "SELECT kind, item_id, " + column + " FROM " + table + " WHERE user_id = ? AND kind IN ("
                                + Tx.placeholders(kinds.size()) + ") AND item_id IN (" + Tx.placeholders(ids.size())
                                + ") ORDER BY item_id",
                        row -> found.put(MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)), row.instant(3)),
                        user,
                        Tx.padToPlaceholders(kinds),
                        Tx.padToPlaceholders(ids)));
        return found;
    }

    private static List<MediaId> selectItems(
            String statement, String end, Tx tx, long user, Collection<? extends MediaId> items) {
        Set<Long> found = new HashSet<>();
        MediaId.forEachChunk(
                items,
                (kind, ids) -> tx.forEach(
                        statement + OF_ITEMS + Tx.placeholders(ids.size()) + ")" + end,
                        row -> found.add(row.getLong(1)),
                        user,
                        kind.number(),
                        Tx.padToPlaceholders(ids)));
        return presentIn(items, found);
    }

    /// Item numbers are unique over all kinds, so a number identifies its item.
    private static List<MediaId> presentIn(Collection<? extends MediaId> items, Set<Long> numbers) {
        return items.stream()
                .filter(item -> numbers.contains(item.value()))
                .<MediaId>map(item -> item)
                .distinct()
                .toList();
    }

    /// @return users with rows that have not moved, by id
    public List<Long> findUsers(Tx tx, List<UserDataMove> moves, long after, int limit) {
        List<Long> users = new ArrayList<>();
        byKind(moves).forEach((kind, batch) -> {
            users.addAll(usersOf(tx, kind, items(batch, false), "", List.of(), after, limit));
            if (hasShow) {
                byShow(batch)
                        .forEach((show, same) -> users.addAll(usersOf(
                                tx, kind, items(same, true), " AND show_id <> ?", List.of(show), after, limit)));
            }
        });
        return users.stream().distinct().sorted().limit(limit).toList();
    }

    /// Moves the rows of a user.
    ///
    /// @return the kinds of the rows that moved
    public Set<Kind> move(Tx tx, long user, List<UserDataMove> moves) {
        Set<Kind> moved = EnumSet.noneOf(Kind.class);
        byKind(moves).forEach((kind, batch) -> {
            boolean any = hasShow && correctShows(tx, user, kind, batch);
            if (moveRows(tx, user, kind, batch) || any) {
                moved.add(kind);
            }
        });
        return moved;
    }

    private List<Long> usersOf(
            Tx tx, Kind kind, List<Long> items, String further, List<Long> values, long after, int limit) {
        return items.isEmpty()
                ? List.of()
                : tx.query(
                        "SELECT DISTINCT user_id FROM " + table + " WHERE kind = ? AND item_id IN ("
                                + Tx.placeholders(items.size()) + ")" + further
                                + " AND user_id > ? ORDER BY user_id LIMIT ?",
                        row -> row.getLong(1),
                        kind.number(),
                        Tx.padToPlaceholders(items),
                        values,
                        after,
                        limit);
    }

    private boolean correctShows(Tx tx, long user, Kind kind, List<UserDataMove> moves) {
        int[] corrected = {0};
        byShow(moves)
                .forEach((show, same) -> corrected[0] += tx.update(
                        "UPDATE " + table + " SET show_id = ? WHERE user_id = ? AND kind = ? AND item_id IN ("
                                + Tx.placeholders(same.size()) + ") AND show_id <> ?",
                        show,
                        user,
                        kind.number(),
                        Tx.padToPlaceholders(items(same, true)),
                        show));
        return corrected[0] > 0;
    }

    /// Deletes the rows first: a concurrent change either comes before and is included, or after and is a new
    /// row to move.
    private boolean moveRows(Tx tx, long user, Kind kind, List<UserDataMove> moves) {
        List<Long> items = items(moves, false);
        if (items.isEmpty()) {
            return false;
        }
        List<Column> stored = Stream.concat(keys.stream(), columns.stream()).toList();
        List<DetachedRow> removed = tx.query(
                "DELETE FROM " + table + " WHERE user_id = ? AND kind = ? AND item_id IN ("
                        + Tx.placeholders(items.size()) + ") RETURNING item_id, " + names(stored),
                row -> DetachedRow.of(row, stored),
                user,
                kind.number(),
                Tx.padToPlaceholders(items));
        Map<Long, UserDataMove> byItem = moves.stream().collect(Collectors.toMap(UserDataMove::from, move -> move));
        // Rows for the same item are inserted one after the other.
        Map<List<?>, Integer> occurrences = new HashMap<>();
        Map<Integer, List<@Nullable Object[]>> rows = new TreeMap<>();
        for (DetachedRow row : removed) {
            UserDataMove move = byItem.getOrDefault(row.item(), moves.getFirst());
            List<Object> key = List.of(move.to(), row.values().subList(0, keys.size()));
            rows.computeIfAbsent(occurrences.merge(key, 1, Integer::sum), rowsOfRound -> new ArrayList<>())
                    .add(values(user, move, row));
        }
        rows.values().forEach(rowsOfRound -> tx.updateAll(put(), rowsOfRound));
        return !removed.isEmpty();
    }

    private @Nullable Object[] values(long user, UserDataMove move, DetachedRow row) {
        List<@Nullable Object> values =
                new ArrayList<>(List.of(user, move.kind().number(), move.to()));
        if (hasShow) {
            values.add(move.show());
        }
        values.addAll(row.values());
        return values.toArray();
    }

    private String put() {
        List<Column> stored = Stream.concat(keys.stream(), columns.stream()).toList();
        String show = hasShow ? "show_id, " : "";
        String key = Stream.concat(
                        Stream.of("user_id", "kind", "item_id"), keys.stream().map(Column::name))
                .collect(Collectors.joining(", "));
        int marks = stored.size() + (hasShow ? 4 : 3);
        return "INSERT INTO " + table + " (user_id, kind, item_id, " + show + names(stored) + ") VALUES (?"
                + ", ?".repeat(marks - 1) + ") ON CONFLICT (" + key + ") DO " + onConflict;
    }

    /// A row of a merged item.
    private record DetachedRow(long item, List<@Nullable Object> values) {

        static DetachedRow of(Row row, List<Column> columns) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                values.add(columns.get(i).read(row, i + 2));
            }
            return new DetachedRow(row.getLong(1), Collections.unmodifiableList(values));
        }
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static Map<Kind, List<UserDataMove>> byKind(List<UserDataMove> moves) {
        return moves.stream().collect(Collectors.groupingBy(UserDataMove::kind));
    }

    private static Map<Long, List<UserDataMove>> byShow(List<UserDataMove> moves) {
        return moves.stream()
                .filter(UserDataMove::isWithinItem)
                .collect(Collectors.groupingBy(UserDataMove::show, HashMap::new, Collectors.toList()));
    }

    private static List<Long> items(List<UserDataMove> moves, boolean within) {
        return moves.stream()
                .filter(move -> move.isWithinItem() == within)
                .map(UserDataMove::from)
                .toList();
    }
}
