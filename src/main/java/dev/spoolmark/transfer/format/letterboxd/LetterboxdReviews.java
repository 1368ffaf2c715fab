package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;

/// Reviews. The export does not say which of them contain spoilers.
final class LetterboxdReviews {

    private final ImportFile file;
    private final String member;
    private final RecordSink sink;

    LetterboxdReviews(ImportFile file, String member, RecordSink sink) {
        this.file = file;
        this.member = member;
        this.sink = sink;
    }

    void read() {
        CsvTable.of(file, member)
                .forEach(sink, row -> LetterboxdFilms.film(row, sink).ifPresent(film -> review(row, film)));
    }

    private void review(CsvRow row, ImportedItem film) {
        String text = LetterboxdText.plain(row.get("review"));
        if (text.isEmpty()) {
            sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
        } else {
            sink.accept(new CommentRecord(row.source(), film, text, false, true, LetterboxdLibrary.date(row)));
        }
    }
}
