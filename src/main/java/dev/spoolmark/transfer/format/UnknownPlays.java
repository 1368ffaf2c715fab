package dev.spoolmark.transfer.format;

import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Items with plays at unknown times. Only the number of all plays of the item says how many there are, so a file is
/// read twice: once to find these items, and once to count their plays.
public final class UnknownPlays {

    /// The most items that are counted, so that memory is bounded.
    private static final int MAX_ITEMS = 20_000;

    private static final int MAX_PLAYS = 100_000;

    private final Map<ImportedItem, Counted> items = new LinkedHashMap<>();

    private static final class Counted {

        private final RecordSource first;
        private int plays;

        Counted(RecordSource first) {
            this.first = first;
        }
    }

    /// Notes that an item has a play at an unknown time.
    ///
    /// @return false if there are too many items
    public boolean add(ImportedItem item, RecordSource source) {
        if (items.size() >= MAX_ITEMS && !items.containsKey(item)) {
            return false;
        }
        items.computeIfAbsent(item, key -> new Counted(source));
        return true;
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /// Counts plays of any item, at whatever time.
    ///
    /// @param plays from 0 to 100,000
    public void count(ImportedItem item, int plays) {
        Counted counted = items.get(item);
        if (counted != null) {
            counted.plays = Math.min(counted.plays + plays, MAX_PLAYS);
        }
    }

    /// Writes one record for each item, in the order in which they were added.
    public void writeTo(RecordSink sink) {
        items.forEach((item, counted) -> sink.accept(new PlayCountRecord(counted.first, item, counted.plays)));
    }
}
