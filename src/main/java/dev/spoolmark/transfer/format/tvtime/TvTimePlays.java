package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Writes plays. Of several plays of an item only one has a time. The same item in a second file is left out.
final class TvTimePlays {

    /// The most items that are known to be in an earlier file. Beyond it, items of two files are written twice, and
    /// those with the same time are one play at last.
    private static final int MAX_ITEMS = 50_000;

    private final RecordSink sink;
    private final Set<String> earlier = new HashSet<>();

    TvTimePlays(RecordSink sink) {
        this.sink = sink;
    }

    /// Writes the plays of an item unless it was written before.
    ///
    /// @param at of one of them, in UTC; may say nothing
    void addOnce(RecordSource source, ImportedItem item, String at, int plays) {
        String key = TvTimeItems.key(item);
        boolean isNew = earlier.size() >= MAX_ITEMS ? !earlier.contains(key) : earlier.add(key);
        if (isNew) {
            add(source, item, at, plays);
        }
    }

    /// @param at of one of them, in UTC; may say nothing
    void add(RecordSource source, ImportedItem item, String at, int plays) {
        Optional<WatchedTime> time = CellValues.time(at, ZoneOffset.UTC);
        if (time.isEmpty()) {
            sink.skip(source, SkipReason.INVALID_DATE, item.title() + ", " + at);
        } else {
            add(source, item, time.get(), plays);
        }
    }

    void add(RecordSource source, ImportedItem item, WatchedTime time, int plays) {
        if (!time.isUnknown()) {
            sink.accept(new PlayRecord(source, item, time, PlayAction.SEEN));
        }
        if (plays > 1 || time.isUnknown()) {
            sink.accept(new PlayCountRecord(source, item, Math.max(1, plays)));
        }
    }
}
