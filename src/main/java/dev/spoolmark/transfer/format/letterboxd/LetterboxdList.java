package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.lists.Privacy;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;

/// A list: a line with the version, a table with one row about the list, and a table of its films.
final class LetterboxdList {

    private static final int LIST_HEADING = 1;
    private static final int FIRST_ROW = 2;

    private final ImportFile file;
    private final String member;
    private final RecordSink sink;

    /// The number of the row with the columns of the films, from 0; 0 if it is not found.
    private int filmHeading;

    private int rows;

    LetterboxdList(ImportFile file, String member, RecordSink sink) {
        this.file = file;
        this.member = member;
        this.sink = sink;
    }

    void read() {
        CsvTable.after(file, member, LIST_HEADING).forEach(this::head);
        if (rows == 0) {
            sink.accept(ListRecord.named(new RecordSource(member, 0), member, nameOfMember()));
        }
        if (filmHeading > 0) {
            CsvTable.after(file, member, filmHeading).forEach(sink, this::item);
        }
    }

    private void head(CsvRow row) {
        if (rows == 0) {
            sink.accept(list(row));
        }
        if (filmHeading == 0 && row.cells().contains("Position") && row.cells().contains("Name")) {
            filmHeading = FIRST_ROW + rows;
        }
        rows++;
    }

    private ListRecord list(CsvRow row) {
        String name = row.get("name");
        return new ListRecord(
                row.source(),
                member,
                name.isEmpty() ? nameOfMember() : name,
                LetterboxdText.plain(row.get("description")),
                Privacy.PRIVATE,
                false,
                true,
                null,
                CellValues.instant(row.get("date")));
    }

    private String nameOfMember() {
        return ImportFile.lastName(member).replaceFirst("(?i)\\.csv$", "").replace('-', ' ');
    }

    private void item(CsvRow row) {
        String note = LetterboxdText.plain(row.get("description"));
        LetterboxdFilms.film(row, sink)
                .ifPresent(film -> sink.accept(new ListItemRecord(
                        row.source(),
                        film,
                        member,
                        CellValues.count(row.get("position")),
                        null,
                        note.isEmpty() ? null : note)));
    }
}
