package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pages of lists, their items and their slugs.
final class ListPageStore {

    List<ListOverview> lists(Tx tx, UserId owner, long after, int max) {
        return tx.query(
                "SELECT " + ListColumns.columns("l") + """
                , l.changed_at, (SELECT count(*) FROM list_item i
                                 WHERE i.user_id = l.user_id AND i.list_id = l.list_id)
                FROM list l WHERE l.user_id = ? AND l.list_id > ? ORDER BY l.list_id LIMIT ?
                """,
                row -> new ListOverview(
                        ListColumns.list(row),
                        row.instant(ListColumns.COLUMNS + 1),
                        row.getInt(ListColumns.COLUMNS + 2)),
                owner.value(),
                after,
                max);
    }

    List<ListEntry> entries(Tx tx, UserList list, @Nullable ListPosition after, int max) {
        return tx.query(
                """
                SELECT kind, item_id, entry_id, rank, listed_at, note FROM list_item
                WHERE user_id = ? AND list_id = ? AND (rank, entry_id) > (?, ?)
                ORDER BY rank, entry_id LIMIT ?
                """,
                row -> new ListEntry(
                        MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)),
                        row.getLong(3),
                        row.getInt(4),
                        row.instant(5),
                        row.textOrNull(6)),
                list.owner().value(),
                list.id().value(),
                after == null ? Integer.MIN_VALUE : after.rank(),
                after == null ? 0 : after.entry(),
                max);
    }

    List<ListSlug> slugs(Tx tx, UserId owner, String after, int max) {
        return tx.query(
                """
                SELECT slug, list_id FROM list_slug
                WHERE user_id = ? AND slug > ?
                ORDER BY slug LIMIT ?
                """, row -> new ListSlug(row.getString(1), new ListId(row.getLong(2))), owner.value(), after, max);
    }
}
