package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;

/// The CSV export of Floppy: the columns of Yamtrack, and a first one that says whether a row is about a medium, a
/// list, an item of a list, or the collection.
public final class FloppyFormat implements ImportFormat {

    static final String ROW_TYPE = "row_type";

    @Override
    public String key() {
        return "floppy";
    }

    @Override
    public String title() {
        return "Floppy";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !tables(file).isEmpty();
    }

    private static List<String> tables(ImportFile file) {
        return file.membersOfType(".csv").stream()
                .filter(member -> {
                    List<String> columns = CsvTable.columns(file, member);
                    return YamtrackFormat.isMedia(columns) && columns.contains(ROW_TYPE);
                })
                .toList();
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        new YamtrackReader(file, tables(file), sink).read();
    }
}
