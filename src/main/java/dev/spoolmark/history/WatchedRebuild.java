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

/// Counts all plays again and puts right what they come to: how often, first and last. Marks that something is
/// unseen are nobody's sum and stay, unless a play stands beside them.
///
/// It goes through the store in portions that only read. What is wrong is counted once more in the transaction that
/// writes it, so that whoever plays something meanwhile loses nothing.
public final class WatchedRebuild {

    private static final int PORTION = 5_000;

    /// How many items share a transaction, so that others can write in between.
    private static final int ITEMS_A_TRANSACTION = 500;

    private final Database database;

    public WatchedRebuild(Database database) {
        this.database = database;
    }

    /// @param sums how many there are, each of one person and thing
    /// @param mended how many of them did not fit their plays
    public record Counted(long sums, long mended) {}

    /// About how many sums there are to go through.
    public long size() {
        return database.read(WatchedRebuildStore::size);
    }

    /// @param reached hears how many sums have been looked at
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

    /// Behind a full portion there may be more.
    private static SumKey end(NavigableMap<SumKey, Sum> read) {
        return read.size() < PORTION ? SumKey.LAST : read.lastKey();
    }

    /// What is kept and what was counted, of the same persons and things.
    private record Portion(Map<SumKey, Sum> kept, Map<SumKey, Sum> counted, SumKey end) {

        SortedSet<SumKey> sums() {
            SortedSet<SumKey> sums = new TreeSet<>(kept.keySet());
            sums.addAll(counted.keySet());
            return sums;
        }

        /// Without a play nothing but the mark that it is unseen may stand there.
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
