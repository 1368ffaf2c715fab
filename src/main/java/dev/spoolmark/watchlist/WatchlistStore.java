package dev.spoolmark.watchlist;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps watchlists, one row for each person and thing.
final class WatchlistStore {

    /// Which of them were there.
    List<MediaId> remove(Tx tx, UserId user, List<? extends MediaId> items) {
        List<MediaId> removed = new ArrayList<>();
        for (MediaId item : items) {
            int rows = tx.update(
                    "DELETE FROM watchlist_item WHERE user_id = ? AND kind = ? AND item_id = ?",
                    user.value(),
                    item.kind().number(),
                    item.value());
            if (rows > 0) {
                removed.add(item);
            }
        }
        return removed;
    }

    Map<MediaId, Instant> since(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Map<MediaId, Instant> found = new HashMap<>();
        MediaId.byKind(items)
                .forEach((kind, ids) -> tx.each(
                        "SELECT item_id, listed_at FROM watchlist_item WHERE user_id = ? AND kind = ? AND item_id IN ("
                                + Tx.marks(ids.size()) + ") ORDER BY item_id",
                        row -> found.put(MediaId.of(kind, row.number(1)), row.instant(2)),
                        user.value(),
                        kind.number(),
                        Tx.padded(ids)));
        return found;
    }
}
