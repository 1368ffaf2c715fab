package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;

/// The CSV export of Yamtrack, as written from 2024 to 2026: one row for each play of a movie or episode, and one for
/// the state of each show and season. Columns have been added over time and may be missing.
public final class YamtrackFormat implements ImportFormat {

    private static final List<String> COLUMNS = List.of("media_id", "source", "media_type", "title");

    @Override
    public String key() {
        return "yamtrack";
    }

    @Override
    public String title() {
        return "Yamtrack";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !tables(file).isEmpty();
    }

    private static List<String> tables(ImportFile file) {
        return file.membersOfType(".csv").stream()
                .filter(member -> {
                    List<String> columns = CsvTable.columns(file, member);
                    return isMedia(columns) && !columns.contains(FloppyFormat.ROW_TYPE);
                })
                .toList();
    }

    /// Whether a table has the columns that all versions share.
    static boolean isMedia(List<String> columns) {
        return columns.containsAll(COLUMNS);
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        new YamtrackReader(file, tables(file), sink).read();
    }
}
