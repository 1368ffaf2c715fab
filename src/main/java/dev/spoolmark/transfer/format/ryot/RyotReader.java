package dev.spoolmark.transfer.format.ryot;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The objects of `metadata`: a movie, a show or an anime with its history, reviews and collections.
final class RyotReader {

    private final RecordSink sink;
    private final RyotLists lists;

    RyotReader(RecordSink sink, RyotLists lists) {
        this.sink = sink;
        this.lists = lists;
    }

    void read(RecordSource source, JsonNode row) {
        if (RyotItems.isOtherMedium(row)) {
            sink.skip(source, SkipReason.OTHER_MEDIUM, text(row, "lot") + ": " + text(row, "source_id"));
            return;
        }
        Optional<ImportedItem> item = RyotItems.item(row);
        if (item.isEmpty()) {
            sink.skip(source, SkipReason.NO_ITEM, row.toString());
            return;
        }
        new RyotHistory(sink, source, item.get()).read(row.path("seen_history"));
        new RyotReviews(sink, source, item.get()).read(row.path("reviews"));
        row.path("collections").forEach(collection -> lists.item(source, item.get(), collection));
    }
}
