package dev.spoolmark.lists;

import dev.spoolmark.activity.ListedItemQuery;
import dev.spoolmark.activity.ListedItemQuery.Owner;
import dev.spoolmark.activity.RankedItems;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order of the items of lists, and their pages.
final class ListOrderStore {

    static final RankedItems ORDER = new RankedItems("list_item", "user_id = ? AND list_id = ?", Lists.MAX_ITEMS);

    static final ListedItemQuery PAGES = new ListedItemQuery("""
            SELECT i.kind, i.item_id,
                   CASE WHEN i.kind = 2 THEN i.item_id ELSE coalesce(ls.show_id, le.show_id, 0) END AS show_id,
                   i.listed_at AS added_at, 1 AS items, i.rank, i.entry_id, i.note
            FROM list_item i
            LEFT JOIN season ls ON i.kind = 3 AND ls.season_id = i.item_id
            LEFT JOIN episode le ON i.kind = 4 AND le.episode_id = i.item_id
            WHERE i.user_id = ? AND i.list_id = ?""", 1);

    /// The number of items of these lists of one owner. Empty lists are absent.
    Map<ListId, Integer> counts(Tx tx, long owner, Collection<UserList> lists) {
        Map<ListId, Integer> counts = new HashMap<>();
        List<Long> ids = lists.stream().map(list -> list.id().value()).toList();
        tx.forEach(
                "SELECT list_id, count(*) FROM list_item WHERE user_id = ? AND list_id IN ("
                        + Tx.placeholders(ids.size()) + ") GROUP BY list_id ORDER BY list_id",
                row -> counts.put(new ListId(row.getLong(1)), row.getInt(2)),
                owner,
                Tx.padToPlaceholders(ids));
        return counts;
    }

    static Owner owner(UserList list) {
        return new Owner(list.owner().value(), key(list));
    }

    /// The parameters that name a list.
    static List<Long> key(UserList list) {
        return List.of(list.owner().value(), list.id().value());
    }
}
