package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whole rows of a table with data of users about items: for imports, which may replace them and have to put
/// back what was there.
public record UserItemRows(UserItemTable table) {

    /// @param keys values of the further columns of the primary key
    public record RowKey(int kind, long item, List<Object> keys) {

        public RowKey {
            keys = List.copyOf(keys);
        }

        public static RowKey of(int kind, long item, Object... keys) {
            return new RowKey(kind, item, List.of(keys));
        }
    }

    /// @param show the show it belongs to; ignored by a table without shows
    /// @param values of all columns that are not part of the key: numbers as `Long`, texts, flags, or null
    public record StoredRow(RowKey key, long show, List<@Nullable Object> values) {

        public StoredRow {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /// The rows that the user has with these keys.
    ///
    /// @param wanted at most 500
    public Map<RowKey, StoredRow> read(Tx tx, long user, Collection<RowKey> wanted) {
        Map<RowKey, StoredRow> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        Set<RowKey> keys = new HashSet<>(wanted);
        List<Integer> kinds =
                keys.stream().map(RowKey::kind).distinct().sorted().toList();
        List<Long> items = keys.stream().map(RowKey::item).distinct().sorted().toList();
        tx.forEach(
                "SELECT kind, item_id, " + (table.hasShow() ? "show_id" : "0") + ", " + names() + " FROM "
                        + table.table() + " WHERE user_id = ? AND kind IN (" + Tx.placeholders(kinds.size())
                        + ") AND item_id IN (" + Tx.placeholders(items.size()) + ") ORDER BY kind, item_id"
                        + keyOrder(),
                row -> {
                    StoredRow stored = stored(row);
                    if (keys.contains(stored.key())) {
                        found.put(stored.key(), stored);
                    }
                },
                user,
                Tx.padToPlaceholders(kinds),
                Tx.padToPlaceholders(items));
        return found;
    }

    /// Inserts rows, or replaces those with the same keys.
    public void put(Tx tx, long user, List<StoredRow> rows) {
        String conflict = Stream.concat(
                        Stream.of("user_id", "kind", "item_id"),
                        table.keys().stream().map(Column::name))
                .collect(Collectors.joining(", "));
        String set = table.columns().stream()
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(", "));
        int columns = 3
                + (table.hasShow() ? 1 : 0)
                + table.keys().size()
                + table.columns().size();
        tx.updateAll(
                "INSERT INTO " + table.table() + " (user_id, kind, item_id, " + (table.hasShow() ? "show_id, " : "")
                        + names() + ") VALUES (?" + ", ?".repeat(columns - 1) + ") ON CONFLICT (" + conflict
                        + ") DO UPDATE SET " + set,
                rows.stream().map(row -> values(user, row)).toList());
    }

    /// Deletes rows.
    public void delete(Tx tx, long user, List<RowKey> keys) {
        String further = table.keys().stream()
                .map(column -> " AND " + column.name() + " = ?")
                .collect(Collectors.joining());
        tx.updateAll(
                "DELETE FROM " + table.table() + " WHERE user_id = ? AND kind = ? AND item_id = ?" + further,
                keys.stream()
                        .map(key -> Stream.concat(Stream.of((Object) user, key.kind(), key.item()), key.keys().stream())
                                .toArray())
                        .toList());
    }

    /// How many rows the user has.
    public int count(Tx tx, long user) {
        return table.count(tx, user);
    }

    private String names() {
        return Stream.concat(table.keys().stream(), table.columns().stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }

    private String keyOrder() {
        return table.keys().stream().map(column -> ", " + column.name()).collect(Collectors.joining());
    }

    private StoredRow stored(Row row) {
        int position = 4;
        List<Object> keys = new ArrayList<>();
        for (Column column : table.keys()) {
            Object value = column.read(row, position++);
            keys.add(value == null ? "" : value);
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : table.columns()) {
            values.add(column.read(row, position++));
        }
        return new StoredRow(new RowKey(row.getInt(1), row.getLong(2), keys), row.getLong(3), values);
    }

    private @Nullable Object[] values(long user, StoredRow row) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(user);
        values.add(row.key().kind());
        values.add(row.key().item());
        if (table.hasShow()) {
            values.add(row.show());
        }
        values.addAll(row.key().keys());
        values.addAll(row.values());
        return values.toArray();
    }
}
