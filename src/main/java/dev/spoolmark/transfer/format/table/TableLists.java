package dev.spoolmark.transfer.format.table;

import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.HashSet;
import java.util.Set;

/// Lists by the names in a column; each begins with its first item.
final class TableLists {

    /// The most lists of a file, so that memory is bounded. Items of further ones are reported.
    private static final int MAX_LISTS = 1_000;

    private final RecordSink sink;
    private final Set<String> known = new HashSet<>();

    TableLists(RecordSink sink) {
        this.sink = sink;
    }

    /// @param note empty for none
    void add(TableRow row, ImportedItem item, String list, String note) {
        if (known.size() >= MAX_LISTS && !known.contains(list)) {
            sink.skip(row.source(), SkipReason.LIMIT, row.text());
            return;
        }
        if (known.add(list)) {
            sink.accept(ListRecord.named(row.source(), list, list));
        }
        sink.accept(new ListItemRecord(row.source(), item, list, null, null, note.isEmpty() ? null : note));
    }
}
