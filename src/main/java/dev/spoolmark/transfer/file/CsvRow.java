package dev.spoolmark.transfer.file;

import dev.spoolmark.transfer.record.RecordSource;
import java.util.List;

/// A row of a table. Cells that the row does not have are empty.
public final class CsvRow {

    private final RecordSource source;
    private final CsvColumns columns;
    private final List<String> cells;

    CsvRow(RecordSource source, CsvColumns columns, List<String> cells) {
        this.source = source;
        this.columns = columns;
        this.cells = cells;
    }

    public RecordSource source() {
        return source;
    }

    /// The cell of the first of these columns that has one, without white space at its ends; empty if none has.
    ///
    /// @param names in lower case
    public String get(String... names) {
        for (String name : names) {
            int number = columns.number(name);
            if (number >= 0 && number < cells.size()) {
                String cell = cells.get(number).strip();
                if (!cell.isEmpty()) {
                    return cell;
                }
            }
        }
        return "";
    }

    /// Whether the table has a column of this name.
    public boolean has(String name) {
        return columns.number(name) >= 0;
    }

    /// All cells, in the order of the columns.
    public List<String> cells() {
        return cells;
    }

    /// Whether the row has cells beyond the heading that are not empty.
    public boolean isTooLong() {
        return cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank());
    }

    /// The row for reports.
    public String text() {
        return String.join(", ", cells.stream().filter(cell -> !cell.isBlank()).toList());
    }
}
