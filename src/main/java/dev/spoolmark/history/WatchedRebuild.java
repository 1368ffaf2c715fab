package dev.spoolmark.history;

import dev.spoolmark.db.Database;
import dev.spoolmark.history.WatchedRebuildStore.Totals;
import dev.spoolmark.history.WatchedRebuildStore.TotalsKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Gatherers;

/// Recounts all plays and corrects the summaries: number, first and last. Unseen marks are kept, unless there
/// is a play.
///
/// Reads the database in batches. A wrong summary is counted again in the transaction that writes it, so that
/// no concurrent play is lost.
public final class WatchedRebuild {

    private static final int CHUNK_SIZE = 5_000;

    /// Items per transaction, so that others can write in between.
    private static final int ITEMS_A_TRANSACTION = 500;

    private final Database database;

    public WatchedRebuild(Database database) {
        this.database = database;
    }

    /// @param sums the number of summaries, one for each user and item
    /// @param corrected the number of summaries that were wrong
    public record Counted(long sums, long corrected) {}

    /// The approximate number of summaries.
    public long size() {
        return database.read(WatchedRebuildStore::size);
    }

    /// @param progress is called with the number of summaries checked
    public Counted all(LongConsumer progress) {
        Counted counted = new Counted(0, 0);
        TotalsKey from = TotalsKey.FIRST;
        do {
            Chunk chunk = chunk(from);
            counted = new Counted(counted.sums() + chunk.sums().size(), counted.corrected() + correct(chunk.wrong()));
            progress.accept(counted.sums());
            from = chunk.end();
        } while (!from.equals(TotalsKey.LAST));
        return counted;
    }

    private Chunk chunk(TotalsKey from) {
        NavigableMap<TotalsKey, Totals> stored = database.read(tx -> WatchedRebuildStore.stored(tx, from, CHUNK_SIZE));
        NavigableMap<TotalsKey, Totals> counted =
                database.read(tx -> WatchedRebuildStore.counted(tx, from, CHUNK_SIZE));
        TotalsKey end = Collections.min(List.of(end(stored), end(counted)));
        return new Chunk(stored.headMap(end, true), counted.headMap(end, true), end);
    }

    /// After a full batch there may be more.
    private static TotalsKey end(NavigableMap<TotalsKey, Totals> read) {
        return read.size() < CHUNK_SIZE ? TotalsKey.LAST : read.lastKey();
    }

    /// The stored and the counted summaries of the same users and items.
    private record Chunk(Map<TotalsKey, Totals> stored, Map<TotalsKey, Totals> counted, TotalsKey end) {

        SortedSet<TotalsKey> sums() {
            SortedSet<TotalsKey> sums = new TreeSet<>(stored.keySet());
            sums.addAll(counted.keySet());
            return sums;
        }

        /// Without a play, only an unseen mark may be stored.
        List<TotalsKey> wrong() {
            return sums().stream()
                    .filter(key -> !counted.getOrDefault(key, Totals.UNSEEN).equals(stored.get(key)))
                    .toList();
        }
    }

    private long correct(List<TotalsKey> wrong) {
        return wrong.stream()
                .gather(Gatherers.windowFixed(ITEMS_A_TRANSACTION))
                .mapToLong(batch -> database.write(tx -> WatchedRebuildStore.correct(tx, batch)))
                .sum();
    }
}
