package dev.spoolmark.activity;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the items of a user by pages, ordered by time, title or year, with one statement.
///
/// @param source a SELECT of `kind`, `item_id`, `show_id`, `added_at` and `items`; its only parameters are the user,
///     `users` times
public record ListedItemQuery(String source, int users) {

    private static final String TITLE = "coalesce(m.title_key, s.title_key, '')";
    private static final String YEAR = "coalesce(m.year, s.year, 0)";
    private static final String TITLES = """
             LEFT JOIN movie m ON o.kind = 1 AND m.movie_id = o.item_id
             LEFT JOIN show s ON o.kind <> 1 AND s.show_id = o.show_id
            """;

    /// @param kind null for all
    /// @param after where the last page ended
    public ListedItemPage page(
            Tx tx, long user, @Nullable Kind kind, ItemOrder order, Optional<ItemPosition> after, int size) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            values.add(user);
        }
        String key = key(order);
        StringBuilder sql = new StringBuilder("WITH own AS (")
                .append(source)
                .append(") SELECT o.kind, o.item_id, o.added_at, o.items, ")
                .append(key)
                .append(" AS sort_key FROM own o")
                .append(order == ItemOrder.ADDED ? "" : TITLES)
                .append(" WHERE 1 = 1");
        if (kind != null) {
            sql.append(" AND o.kind = ?");
            values.add(kind.number());
        }
        after.ifPresent(position -> {
            sql.append(" AND (").append(key).append(", o.item_id) ").append(isAscending(order) ? ">" : "<");
            sql.append(order == ItemOrder.TITLE ? " (CAST(? AS TEXT), ?)" : " (?, ?)");
            values.add(order == ItemOrder.TITLE ? position.text() : (Object) position.number());
            values.add(position.item());
        });
        String direction = isAscending(order) ? "" : " DESC";
        sql.append(" ORDER BY ")
                .append(key)
                .append(direction)
                .append(", o.item_id")
                .append(direction);
        values.add(size + 1);
        List<Found> found = tx.query(sql.append(" LIMIT ?").toString(), row -> found(row, order), values);
        List<Found> shown = found.subList(0, Math.min(size, found.size()));
        return new ListedItemPage(
                shown.stream().map(Found::item).toList(),
                found.size() > size ? Optional.of(shown.getLast().position()) : Optional.empty());
    }

    private record Found(ListedItem item, ItemPosition position) {}

    private static Found found(Row row, ItemOrder order) {
        MediaId item = MediaId.of(Kind.of(row.getInt(1)), row.getLong(2));
        ItemPosition position = order == ItemOrder.TITLE
                ? new ItemPosition(0, row.getString(5), item.value())
                : new ItemPosition(row.getLong(5), "", item.value());
        return new Found(new ListedItem(item, row.instant(3), row.getInt(4)), position);
    }

    private static String key(ItemOrder order) {
        return switch (order) {
            case ADDED -> "o.added_at";
            case TITLE -> TITLE;
            case YEAR -> YEAR;
        };
    }

    private static boolean isAscending(ItemOrder order) {
        return order == ItemOrder.TITLE;
    }
}
