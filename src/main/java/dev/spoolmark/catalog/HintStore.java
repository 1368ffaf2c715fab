package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.store.Tx;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Keeps what a source says goes with a movie or show.
final class HintStore {

    /// As many as a source tells at once; of these, ten are ever shown.
    private static final int MOST = 20;

    private HintStore() {}

    /// The ids of things of the same kind, the best first.
    static List<ForeignId> of(Tx tx, MediaId item) {
        return tx.query(
                "SELECT provider, value FROM hint WHERE kind = ? AND item_id = ? ORDER BY ord",
                row -> new ForeignId(Provider.of(row.text(1)), row.text(2)),
                item.kind().number(),
                item.value());
    }

    /// These instead of those that stand there.
    static void save(Tx tx, MediaId item, List<ForeignId> told) {
        List<ForeignId> hints = told.stream().distinct().limit(MOST).toList();
        if (hints.equals(of(tx, item))) {
            return;
        }
        delete(tx, item);
        tx.updateAll(
                "INSERT INTO hint (kind, item_id, ord, provider, value) VALUES (?, ?, ?, ?, ?)",
                IntStream.range(0, hints.size())
                        .mapToObj(ord -> new @Nullable Object[] {
                            item.kind().number(),
                            item.value(),
                            ord,
                            hints.get(ord).provider().word(),
                            hints.get(ord).value()
                        })
                        .toList());
    }

    /// What became another takes its hints along, unless that has some of its own.
    static void hand(Tx tx, MediaId from, MediaId into) {
        int kind = from.kind().number();
        tx.update("""
                UPDATE hint SET item_id = ? WHERE kind = ? AND item_id = ?
                AND NOT EXISTS (SELECT 1 FROM hint o WHERE o.kind = ? AND o.item_id = ?)
                """, into.value(), kind, from.value(), kind, into.value());
        delete(tx, from);
    }

    private static void delete(Tx tx, MediaId item) {
        tx.update("DELETE FROM hint WHERE kind = ? AND item_id = ?", item.kind().number(), item.value());
    }
}
