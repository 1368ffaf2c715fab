package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Gatherers;

/// Keeps what plays come to, one row for each person and thing.
final class WatchedStore {

    private static final int CHUNK = 500;

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

    /// Of these shows, how often one person played their episodes; a show never played is absent.
    Map<ShowId, Integer> playsOfShows(Tx tx, UserId user, Collection<ShowId> shows) {
        Map<ShowId, Integer> found = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        "SELECT show_id, sum(plays) FROM watched WHERE user_id = ? AND show_id IN ("
                                + Tx.marks(some.size()) + ") AND plays > 0 GROUP BY show_id ORDER BY show_id",
                        row -> found.put(new ShowId(row.number(1)), row.count(2)),
                        user.value(),
                        Tx.padded(some)));
        return found;
    }

    private static Watched watched(Row row) {
        return new Watched(row.count(2), row.instantOrNull(3), row.instantOrNull(4), row.instantOrNull(5));
    }
}
