package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.lists.Privacy;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.HashSet;
import java.util.Set;

/// Lists of Floppy, which their items name by `list_uid`. A list by rules becomes an empty one, as its rules name
/// fields of Floppy.
final class FloppyLists {

    /// The most lists, so that memory is bounded. Further ones are skipped.
    private static final int MAX_LISTS = 10_000;

    private final RecordSink sink;
    private final Set<String> known = new HashSet<>();

    FloppyLists(RecordSink sink) {
        this.sink = sink;
    }

    void list(CsvRow row) {
        String key = key(row);
        String name = row.get("list_name");
        if (name.isEmpty()) {
            sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
        } else if (isNew(row, key)) {
            write(row, key, name);
        }
    }

    private void write(CsvRow row, String key, String name) {
        Privacy privacy = Privacy.find(row.get("list_visibility")).orElse(Privacy.PRIVATE);
        sink.accept(
                new ListRecord(row.source(), key, name, row.get("list_description"), privacy, false, true, null, null));
        if (CellValues.isTrue(row.get("list_is_smart"))) {
            sink.warn(row.source(), ImportWarning.Topic.SMART_LIST, name);
        }
        String tags = row.get("list_tags");
        if (!tags.isEmpty() && !tags.equals("[]")) {
            sink.skip(row.source(), SkipReason.NOT_SUPPORTED, name + ": " + tags);
        }
    }

    /// An item of a list that has no row before creates the list.
    void item(CsvRow row, ImportedItem item) {
        String key = key(row);
        String name = row.get("list_name");
        if (key.isEmpty() || (!known.contains(key) && name.isEmpty())) {
            sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
            return;
        }
        if (!known.contains(key)) {
            if (!isNew(row, key)) {
                return;
            }
            sink.accept(ListRecord.named(row.source(), key, name));
        }
        String notes = row.get("notes");
        sink.accept(new ListItemRecord(
                row.source(),
                item,
                key,
                null,
                CellValues.instant(row.get("list_item_date_added")),
                notes.isEmpty() ? null : notes));
    }

    private static String key(CsvRow row) {
        return row.get("list_uid", "list_name");
    }

    /// Remembers a list; skips it if it is a duplicate or one too many.
    private boolean isNew(CsvRow row, String key) {
        if (known.size() >= MAX_LISTS) {
            sink.skip(row.source(), SkipReason.LIMIT, row.text());
            return false;
        }
        if (!known.add(key)) {
            sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
            return false;
        }
        return true;
    }
}
