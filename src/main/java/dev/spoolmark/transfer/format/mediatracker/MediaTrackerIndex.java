package dev.spoolmark.transfer.format.mediatracker;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The list of items, which says what was seen, and not when. It counts for items without details. If there are
/// details of others, those of a seen item are missing, and the item is skipped, so that the user adds them.
final class MediaTrackerIndex {

    private final RecordSink sink;
    private final Set<String> detailed;

    /// @param detailed ids in MediaTracker of the items with details
    MediaTrackerIndex(RecordSink sink, Set<String> detailed) {
        this.sink = sink;
        this.detailed = detailed;
    }

    void read(RecordSource source, JsonNode row) {
        if (MediaTrackerItems.isDetailed(row) || detailed.contains(text(row, "id"))) {
            return;
        }
        Optional<ImportedItem> item = MediaTrackerItems.item(row);
        if (item.isEmpty()) {
            boolean isOther = MediaTrackerItems.isOtherMedium(row);
            sink.skip(source, isOther ? SkipReason.OTHER_MEDIUM : SkipReason.NO_ITEM, row.toString());
            return;
        }
        if (CellValues.isTrue(text(row, "onWatchlist"))) {
            sink.accept(new WatchlistRecord(source, item.get(), null, null, null));
        }
        if (CellValues.isTrue(text(row, "seen"))) {
            seen(source, item.get());
        }
    }

    private void seen(RecordSource source, ImportedItem item) {
        if (item.kind() == Kind.SHOW) {
            sink.skip(source, SkipReason.NEEDS_EPISODES, String.valueOf(item.title()));
        } else if (detailed.isEmpty()) {
            sink.accept(new PlayCountRecord(source, item, 1));
        } else {
            sink.skip(source, SkipReason.FAILED_AT_SOURCE, "no details of " + item.title());
        }
    }
}
