package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.NewestRatings;
import dev.spoolmark.transfer.format.UnknownPlays;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.List;

/// Reads tables of media rows. They are read again only if there are plays at unknown times. A movie that was watched
/// twice has two rows with a score each, of which the newest one counts.
final class YamtrackReader {

    private final ImportFile file;
    private final List<String> tables;
    private final RecordSink sink;
    private final NewestRatings ratings = new NewestRatings();
    private final YamtrackStates states;
    private final UnknownPlays unknown = new UnknownPlays();
    private final YamtrackPlays plays;

    YamtrackReader(ImportFile file, List<String> tables, RecordSink sink) {
        this.file = file;
        this.tables = tables;
        this.sink = sink;
        this.states = new YamtrackStates(sink, record -> {
            if (record instanceof RatingRecord rating) {
                ratings.add(rating, sink);
            } else {
                sink.accept(record);
            }
        });
        this.plays = new YamtrackPlays(sink, unknown);
    }

    void read() {
        tables.forEach(this::table);
        if (!unknown.isEmpty()) {
            tables.forEach(table -> CsvTable.of(file, table).forEach(plays::count));
            unknown.writeTo(sink);
        }
        ratings.writeTo(sink);
    }

    private void table(String table) {
        FloppyRows floppy = new FloppyRows(sink, this::media);
        CsvTable.of(file, table).forEach(sink, row -> {
            if (row.has(FloppyFormat.ROW_TYPE)) {
                floppy.read(row);
            } else {
                media(row);
            }
        });
    }

    private void media(CsvRow row) {
        if (YamtrackItems.isOtherMedium(row)) {
            sink.skip(row.source(), SkipReason.OTHER_MEDIUM, row.text());
            return;
        }
        YamtrackItems.item(row)
                .ifPresentOrElse(
                        item -> {
                            plays.read(row, item);
                            states.read(row, item);
                        },
                        () -> sink.skip(row.source(), SkipReason.NO_ITEM, row.text()));
    }
}
