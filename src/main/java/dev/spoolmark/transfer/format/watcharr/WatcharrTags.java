package dev.spoolmark.transfer.format.watcharr;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Tags: each one is a list of the items that have it.
final class WatcharrTags {

    /// The most tags, so that memory is bounded. Items of further tags are skipped.
    private static final int MAX_TAGS = 10_000;

    private final RecordSink sink;
    private final Set<String> known = new HashSet<>();

    WatcharrTags(RecordSink sink) {
        this.sink = sink;
    }

    void read(RecordSource source, JsonNode row, ImportedItem item) {
        for (JsonNode tag : row.path("tags")) {
            String name = text(tag, "name");
            if (name.isEmpty()) {
                sink.skip(source, SkipReason.INVALID_VALUE, item.title() + ": " + tag);
            } else if (known.size() >= MAX_TAGS && !known.contains(name)) {
                sink.skip(source, SkipReason.LIMIT, item.title() + ": " + name);
            } else {
                if (known.add(name)) {
                    sink.accept(ListRecord.named(source, name, name));
                }
                sink.accept(new ListItemRecord(source, item, name, null, null, null));
            }
        }
    }
}
