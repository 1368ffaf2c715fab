package dev.spoolmark.transfer.format.spoolmark;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.showsetting.NextRule;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.format.trakt.TraktReader;
import dev.spoolmark.transfer.record.EpisodeOrderRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.ShowSettingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.UnseenRecord;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the manifest says about items: marks as unseen, settings of shows, orders of episodes.
final class SpoolmarkShows {

    private final ImportFile file;
    private final String manifest;
    private final RecordSink sink;

    SpoolmarkShows(ImportFile file, String manifest, RecordSink sink) {
        this.file = file;
        this.manifest = manifest;
        this.sink = sink;
    }

    void read() {
        each(
                "unseen",
                (source, item, row) ->
                        sink.accept(new UnseenRecord(source, item, CellValues.instant(text(row, "unseen_at")))));
        each(
                "show_settings",
                (source, item, row) -> sink.accept(new ShowSettingRecord(
                        source,
                        item,
                        CellValues.instant(text(row, "pinned_at")),
                        text(row, "next").equals("in_order") ? NextRule.IN_ORDER : NextRule.AFTER_LAST)));
        each(
                "air_date_order",
                (source, item, row) ->
                        sink.accept(new EpisodeOrderRecord(source, item, CellValues.instant(text(row, "set_at")))));
    }

    /// Reads a row that has an item.
    @FunctionalInterface
    private interface RowReader {

        void read(RecordSource source, ImportedItem item, JsonNode row);
    }

    private void each(String array, RowReader reader) {
        JsonElements.forEach(file, manifest, array, (source, row) -> {
            Optional<ImportedItem> item = TraktReader.item(row);
            if (item.isPresent()) {
                reader.read(source, item.get(), row);
            } else {
                sink.skip(source, SkipReason.NO_ITEM, row.toString());
            }
        });
    }
}
