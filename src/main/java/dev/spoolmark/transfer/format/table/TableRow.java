package dev.spoolmark.transfer.format.table;

import dev.spoolmark.transfer.record.RecordSource;
import java.util.List;

/// A row of a table, or an object of a JSON array.
///
/// @param cells in the order of the columns; missing ones at the end are empty
record TableRow(RecordSource source, List<String> cells) {

    /// The row for reports.
    String text() {
        return String.join(", ", cells.stream().filter(cell -> !cell.isBlank()).toList());
    }
}
