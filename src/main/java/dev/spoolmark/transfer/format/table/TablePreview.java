package dev.spoolmark.transfer.format.table;

import java.util.List;

/// The beginning of a table, for a page on which the user says what its columns contain.
///
/// @param columns names of the columns, in lower case
/// @param fields for each column the key of what it contains, as guessed or answered; empty if it is ignored
/// @param rows the first rows; a row may have fewer or more cells than there are columns
public record TablePreview(List<String> columns, List<String> fields, List<List<String>> rows) {

    public TablePreview {
        columns = List.copyOf(columns);
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }
}
