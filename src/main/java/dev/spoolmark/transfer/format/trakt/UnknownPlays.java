package dev.spoolmark.transfer.format.trakt;

import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Items with plays at unknown times. Only the number of all plays of the item says how many there are.
final class UnknownPlays {

    /// The most items that are counted, so that memory is bounded.
    private static final int MAX_ITEMS = 20_000;

    private final Map<ImportedItem, Counted> items = new LinkedHashMap<>();

    private static final class Counted {

        private final RecordSource first;
        private int plays;

        Counted(RecordSource first) {
            this.first = first;
        }
    }

    /// @return false if there are too many items
    boolean add(ImportedItem item, RecordSource source) {
        if (items.size() >= MAX_ITEMS && !items.containsKey(item)) {
            return false;
        }
        items.computeIfAbsent(item, key -> new Counted(source));
        return true;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /// Counts a play of any item, at whatever time.
    void count(ImportedItem item) {
        Counted counted = items.get(item);
        if (counted != null) {
            counted.plays++;
        }
    }

    void writeTo(RecordSink sink) {
        items.forEach((item, counted) -> sink.accept(new PlayCountRecord(counted.first, item, counted.plays)));
    }
}
