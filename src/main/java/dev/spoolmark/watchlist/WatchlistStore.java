package dev.spoolmark.watchlist;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Keeps watchlists, one row for each person and thing.
final class WatchlistStore {

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
