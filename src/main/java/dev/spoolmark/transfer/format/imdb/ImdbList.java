package dev.spoolmark.transfer.format.imdb;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;

/// A list of movies, shows, episodes or people. Only the name of the file says what it is called.
final class ImdbList {

    private final ImportFile file;
    private final String member;
    private final String name;
    private final RecordSink sink;

    ImdbList(ImportFile file, String member, String name, RecordSink sink) {
        this.file = file;
        this.member = member;
        this.name = name;
        this.sink = sink;
    }

    void read() {
        sink.accept(ListRecord.named(new RecordSource(member, 0), member, name));
        CsvTable.of(file, member).forEach(sink, row -> ImdbItems.item(row, sink).ifPresent(item -> item(row, item)));
    }

    private void item(CsvRow row, ImportedItem item) {
        sink.accept(new ListItemRecord(
                row.source(),
                item,
                member,
                CellValues.count(row.get("position")),
                ImdbDates.at(row, "created"),
                ImdbLibrary.note(row)));
    }
}
