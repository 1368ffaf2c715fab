package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The rows that Floppy has beside those of Yamtrack. Tags are skipped.
final class FloppyRows {

    private final RecordSink sink;
    private final Consumer<CsvRow> media;
    private final FloppyLists lists;

    FloppyRows(RecordSink sink, Consumer<CsvRow> media) {
        this.sink = sink;
        this.media = media;
        this.lists = new FloppyLists(sink);
    }

    static boolean isMedia(CsvRow row) {
        String type = type(row);
        return type.isEmpty() || type.equals("media");
    }

    private static String type(CsvRow row) {
        return row.get(FloppyFormat.ROW_TYPE).toLowerCase(Locale.ROOT);
    }

    void read(CsvRow row) {
        switch (type(row)) {
            case "", "media" -> {
                media.accept(row);
                tags(row);
            }
            case "list" -> lists.list(row);
            case "list_item" -> item(row).ifPresent(item -> lists.item(row, item));
            case "collection" -> item(row).ifPresent(item -> collected(row, item));
            case "collection_schema" -> {
                // Describes columns, and no item.
            }
            default -> sink.skip(row.source(), SkipReason.NOT_SUPPORTED, row.text());
        }
    }

    private Optional<ImportedItem> item(CsvRow row) {
        boolean isOther = YamtrackItems.isOtherMedium(row);
        Optional<ImportedItem> item = YamtrackItems.item(row);
        if (item.isEmpty()) {
            sink.skip(row.source(), isOther ? SkipReason.OTHER_MEDIUM : SkipReason.NO_ITEM, row.text());
        }
        return item;
    }

    private void collected(CsvRow row, ImportedItem item) {
        Instant at = CellValues.instant(row.get("collection_collected_at"));
        sink.accept(new CollectionRecord(row.source(), item, at, FloppyMedia.details(row)));
    }

    private void tags(CsvRow row) {
        String tags = row.get("item_tags");
        if (!tags.isEmpty() && !tags.equals("[]") && !YamtrackItems.isOtherMedium(row)) {
            sink.skip(row.source(), SkipReason.NOT_SUPPORTED, row.get("title") + ": " + tags);
        }
    }
}
