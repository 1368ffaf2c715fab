package dev.spoolmark.history;

import dev.spoolmark.db.Database;
import dev.spoolmark.history.WatchedRebuildStore.Sum;
import dev.spoolmark.history.WatchedRebuildStore.SumKey;
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

    private static final int PORTION = 5_000;

    /// Items per transaction, so that others can write in between.
    private static final int ITEMS_A_TRANSACTION = 500;

    private final Database database;

    public WatchedRebuild(Database database) {
        this.database = database;
    }

    /// @param sums the number of summaries, one for each user and item
    /// @param mended the number of summaries that were wrong
    public record Counted(long sums, long mended) {}

    /// The approximate number of summaries.
    public long size() {
        return database.read(WatchedRebuildStore::size);
    }

    /// @param reached is called with the number of summaries checked
    public Counted all(LongConsumer reached) {
        Counted counted = new Counted(0, 0);
        SumKey from = SumKey.FIRST;
        do {
            Portion portion = portion(from);
            counted = new Counted(counted.sums() + portion.sums().size(), counted.mended() + mended(portion.wrong()));
            reached.accept(counted.sums());
            from = portion.end();
        } while (!from.equals(SumKey.LAST));
        return counted;
    }

    private Portion portion(SumKey from) {
        NavigableMap<SumKey, Sum> stored = database.read(tx -> WatchedRebuildStore.stored(tx, from, PORTION));
        NavigableMap<SumKey, Sum> counted = database.read(tx -> WatchedRebuildStore.counted(tx, from, PORTION));
        SumKey end = Collections.min(List.of(end(stored), end(counted)));
        return new Portion(stored.headMap(end, true), counted.headMap(end, true), end);
    }

    /// After a full batch there may be more.
    private static SumKey end(NavigableMap<SumKey, Sum> read) {
        return read.size() < PORTION ? SumKey.LAST : read.lastKey();
    }

    /// The stored and the counted summaries of the same users and items.
    private record Portion(Map<SumKey, Sum> kept, Map<SumKey, Sum> counted, SumKey end) {

        SortedSet<SumKey> sums() {
            SortedSet<SumKey> sums = new TreeSet<>(kept.keySet());
            sums.addAll(counted.keySet());
            return sums;
        }

        /// Without a play, only an unseen mark may be stored.
        List<SumKey> wrong() {
            return sums().stream()
                    .filter(key -> !counted.getOrDefault(key, Sum.UNSEEN).equals(kept.get(key)))
                    .toList();
        }
    }

    private long mended(List<SumKey> wrong) {
        return wrong.stream()
                .gather(Gatherers.windowFixed(ITEMS_A_TRANSACTION))
                .mapToLong(batch -> database.write(tx -> WatchedRebuildStore.mend(tx, batch)))
                .sum();
    }
}
