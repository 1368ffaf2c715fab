package dev.spoolmark.transfer.format.table;

import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;
import java.util.function.Consumer;

/// A table as CSV. Spreadsheets may write a line such as `sep=;` before the heading.
final class TableCsv implements TableSource {

    private static final String SEPARATOR_LINE = "sep=";

    private final CsvTable table;
    private final List<String> columns;

    TableCsv(ImportFile file, String member) {
        boolean hasSeparatorLine = file.head(member).startsWith(SEPARATOR_LINE);
        this.table = CsvTable.after(file, member, hasSeparatorLine ? 1 : 0);
        this.columns = table.heading();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void forEach(RecordSink sink, Consumer<TableRow> consumer) {
        table.forEach(sink, row -> consumer.accept(row(row)));
    }

    @Override
    public void forEach(int limit, Consumer<TableRow> consumer) {
        table.forEach(limit, row -> consumer.accept(row(row)));
    }

    private static TableRow row(CsvRow row) {
        return new TableRow(row.source(), row.cells());
    }
}
