package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.UnknownPlays;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.List;

/// Reads tables of media rows. They are read again only if there are plays at unknown times.
final class YamtrackReader {

    private final ImportFile file;
    private final List<String> tables;
    private final RecordSink sink;
    private final LatestRatings ratings;
    private final YamtrackStates states;
    private final UnknownPlays unknown = new UnknownPlays();
    private final YamtrackPlays plays;
    private int tooLong;

    YamtrackReader(ImportFile file, List<String> tables, RecordSink sink) {
        this.file = file;
        this.tables = tables;
        this.sink = sink;
        this.ratings = new LatestRatings(sink);
        this.states = new YamtrackStates(sink, ratings);
        this.plays = new YamtrackPlays(sink, unknown);
    }

    void read() {
        tables.forEach(this::table);
        if (!unknown.isEmpty()) {
            tables.forEach(table -> CsvTable.of(file, table).forEach(plays::count));
            unknown.writeTo(sink);
        }
        ratings.write();
    }

    private void table(String table) {
        RecordSource source = new RecordSource(table, 0);
        if (file.isOldEncoding(table)) {
            sink.warn(source, ImportWarning.Topic.OLD_ENCODING, table);
        }
        tooLong = 0;
        FloppyRows floppy = new FloppyRows(sink, this::media);
        CsvTable.of(file, table).forEach(row -> {
            tooLong += row.isTooLong() ? 1 : 0;
            if (row.has(FloppyFormat.ROW_TYPE)) {
                floppy.read(row);
            } else {
                media(row);
            }
        });
        if (tooLong > 0) {
            sink.warn(source, ImportWarning.Topic.EXTRA_CELLS, table + ": " + tooLong);
        }
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
