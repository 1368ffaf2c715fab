package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Keeps what plays come to, one row for each person and thing.
final class WatchedStore {

    Map<MediaId, Watched> of(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Map<MediaId, Watched> found = new HashMap<>();
        MediaId.byKind(items)
                .forEach((kind, ids) -> tx.each(
                        "SELECT item_id, plays, first_at, last_at, unseen_at FROM watched"
                                + " WHERE user_id = ? AND kind = ? AND item_id IN (" + Tx.marks(ids.size())
                                + ") ORDER BY item_id",
                        row -> found.put(MediaId.of(kind, row.number(1)), watched(row)),
                        user.value(),
                        kind.number(),
                        Tx.padded(ids)));
        return found;
    }

    private static Watched watched(Row row) {
        return new Watched(row.count(2), row.instantOrNull(3), row.instantOrNull(4), row.instantOrNull(5));
    }
}
