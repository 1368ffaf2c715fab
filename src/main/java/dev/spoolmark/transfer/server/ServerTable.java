package dev.spoolmark.transfer.server;

import java.util.List;

/// A table and its columns.
record ServerTable(String name, List<Column> columns) {

    ServerTable {
        columns = List.copyOf(columns);
    }

    /// @param isText of a type with characters
    /// @param isFlag true or false
    record Column(String name, boolean isText, boolean isFlag) {}

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
