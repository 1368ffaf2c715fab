package dev.spoolmark.activity;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the items of a user by pages, ordered and filtered, with one statement.
///
/// @param source a SELECT of `kind`, `item_id`, `show_id`, `added_at`, `items`, `rank`, `entry_id` and `note`;
/// its only parameters are those of its owner
/// @param repeated how often the source has the parameters of its owner
public record ListedItemQuery(String source, int repeated) {

    /// Whose items are read.
    ///
    /// @param user whose plays and ratings count, and whose rows these are
    /// @param values of the parameters of the source
    public record Owner(long user, List<Long> values) {

        public Owner {
            values = List.copyOf(values);
        }

        public static Owner of(long user) {
            return new Owner(user, List.of(user));
        }
    }

    /// @param after where the last page ended
    /// @param now episodes that air later have not aired
    public ListedItemPage page(
            Tx tx, Owner owner, ItemSelection selection, Optional<ItemPosition> after, int size, Instant now) {
        ItemOrder order = selection.order();
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder sql =
                new StringBuilder("SELECT kind, item_id, added_at, items, rank, entry_id, note, sort_key" + " FROM (");
        selection(sql, values, owner, selection, now);
        sql.append(") x");
        after.ifPresent(position -> {
            sql.append(" WHERE (sort_key, tie) ").append(order.isAscending() ? ">" : "<");
            bound(sql, values, order, position);
        });
        String direction = order.isAscending() ? "" : " DESC";
        sql.append(" ORDER BY sort_key").append(direction).append(", tie").append(direction);
        values.add(size + 1);
        List<Found> found = tx.query(sql.append(" LIMIT ?").toString(), row -> found(row, order), values);
        List<Found> shown = found.subList(0, Math.min(size, found.size()));
        return new ListedItemPage(
                shown.stream().map(Found::item).toList(),
                found.size() > size ? Optional.of(shown.getLast().position()) : Optional.empty());
    }

    /// How many items there are, or how many up to a position.
    ///
    /// @param upTo the last one that counts; empty for all
    /// @param max counting ends there
    public int count(Tx tx, Owner owner, ItemSelection selection, Optional<ItemPosition> upTo, int max, Instant now) {
        ItemOrder order = selection.order();
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT count(*) FROM (SELECT 1 AS found FROM (");
        selection(sql, values, owner, selection, now);
        sql.append(") x");
        upTo.ifPresent(position -> {
            sql.append(" WHERE (sort_key, tie) ").append(order.isAscending() ? "<=" : ">=");
            bound(sql, values, order, position);
        });
        values.add(max);
        return tx.findFirst(sql.append(" LIMIT ?) counted").toString(), row -> row.getInt(1), values)
                .orElse(0);
    }

    private void selection(
            StringBuilder sql, List<@Nullable Object> values, Owner owner, ItemSelection selection, Instant now) {
        sql.append("SELECT o.kind, o.item_id, o.added_at, o.items, o.rank, o.entry_id, o.note, ");
        ItemOrder order = selection.order();
        sql.append(key(order)).append(" AS sort_key, ");
        if (order == ItemOrder.RATING) {
            values.add(owner.user());
        }
        sql.append(order == ItemOrder.RANK ? "o.entry_id" : "o.item_id").append(" AS tie FROM (");
        sql.append(source).append(") o");
        for (int i = 0; i < repeated; i++) {
            values.addAll(owner.values());
        }
        if (needsFacts(selection)) {
            sql.append(ItemConditions.FACTS);
        }
        sql.append(" WHERE 1 = 1");
        ItemConditions conditions = new ItemConditions(sql, values);
        conditions.add(selection, owner.user(), now);
    }

    private static boolean needsFacts(ItemSelection selection) {
        return selection.confirmed()
                || !selection.title().isEmpty()
                || switch (selection.order()) {
                    case TITLE, YEAR, RUNTIME -> true;
                    case RANK, ADDED, RATING -> false;
                };
    }

    private static String key(ItemOrder order) {
        return switch (order) {
            case RANK -> "o.rank";
            case ADDED -> "o.added_at";
            case TITLE -> ItemConditions.TITLE;
            case YEAR -> "coalesce(m.year, s.year, 0)";
            case RUNTIME -> "coalesce(m.runtime, s.runtime, 0)";
            case RATING ->
                "coalesce((SELECT r.score FROM rating r"
                        + " WHERE r.user_id = ? AND r.kind = o.kind AND r.item_id = o.item_id), 0)";
        };
    }

    private static void bound(
            StringBuilder sql, List<@Nullable Object> values, ItemOrder order, ItemPosition position) {
        sql.append(order == ItemOrder.TITLE ? " (CAST(? AS TEXT), ?)" : " (?, ?)");
        values.add(order == ItemOrder.TITLE ? position.text() : (Object) position.number());
        values.add(position.item());
    }

    private record Found(ListedItem item, ItemPosition position) {}

    private static Found found(Row row, ItemOrder order) {
        ListedItem item = new ListedItem(
                MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)),
                row.instant(3),
                row.getInt(4),
                row.getInt(5),
                row.getLong(6),
                row.textOrNull(7));
        long tie = order == ItemOrder.RANK ? item.entry() : item.item().value();
        return new Found(
                item,
                order == ItemOrder.TITLE
                        ? new ItemPosition(0, row.getString(8), tie)
                        : new ItemPosition(row.getLong(8), "", tie));
    }
}
