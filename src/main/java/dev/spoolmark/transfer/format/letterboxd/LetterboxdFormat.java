package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.List;

/// The ZIP export of Letterboxd, one of its tables alone, or a table for the import of Letterboxd.
public final class LetterboxdFormat implements ImportFormat {

    static final String FILE_KIND = "file-kind";

    /// What a table of films without further columns may be.
    static final List<LetterboxdKind> KINDS =
            List.of(LetterboxdKind.WATCHED, LetterboxdKind.WATCHLIST, LetterboxdKind.LIKES);

    @Override
    public String key() {
        return "letterboxd";
    }

    @Override
    public String title() {
        return "Letterboxd";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !new LetterboxdMembers(file).isEmpty();
    }

    /// A table of watched films, a watchlist and likes have the same columns, so that a renamed one is unclear.
    @Override
    public List<ImportQuestion> questions(ImportFile file, ImportOptions options) {
        return new LetterboxdMembers(file)
                .unclear()
                .map(member -> List.of(new ImportQuestion(
                        FILE_KIND,
                        true,
                        KINDS.stream().map(LetterboxdKind::key).toList(),
                        ImportFile.lastName(member))))
                .orElse(List.of());
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        LetterboxdMembers members = new LetterboxdMembers(file);
        members.assign(options);
        new LetterboxdDiary(file, members, sink).read();
        new LetterboxdLibrary(file, members, sink).read();
        members.of(LetterboxdKind.REVIEWS).forEach(member -> new LetterboxdReviews(file, member, sink).read());
        members.of(LetterboxdKind.LIST).forEach(member -> new LetterboxdList(file, member, sink).read());
        members.of(LetterboxdKind.IMPORT).forEach(member -> new LetterboxdImportTable(file, member, sink).read());
        members.unsupported()
                .forEach(member -> sink.skip(new RecordSource(member, 0), SkipReason.NOT_SUPPORTED, member));
    }
}
