package dev.spoolmark.transfer.format.imdb;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Ratings, watchlist and lists of IMDb as CSV, in the present layout and that before 2017; several files may be in one
/// archive.
public final class ImdbFormat implements ImportFormat {

    static final String FILE_KIND = "file-kind";
    static final String LIST_NAME = "list-name";

    @Override
    public String key() {
        return "imdb";
    }

    @Override
    public String title() {
        return "IMDb";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !tables(file).isEmpty();
    }

    /// In an archive only members whose names end in `.csv` are opened.
    private static List<String> tables(ImportFile file) {
        boolean isSingle = file.members().size() == 1;
        return file
                .membersNamed(name -> isSingle || name.toLowerCase(Locale.ROOT).endsWith(".csv"))
                .stream()
                .filter(member -> ImdbTableKind.isTable(file, member))
                .toList();
    }

    /// Asked of a single file only: in an archive the name of each file counts.
    @Override
    public List<ImportQuestion> questions(ImportFile file, ImportOptions options) {
        List<ImportQuestion> questions = new ArrayList<>();
        List<String> tables = tables(file);
        if (tables.size() == 1) {
            String member = tables.getFirst();
            String name = ImportFile.lastName(member);
            if (ImdbTableKind.find(file, member).isEmpty()) {
                List<String> kinds = List.of(ImdbTableKind.values()).stream()
                        .map(ImdbTableKind::key)
                        .toList();
                questions.add(new ImportQuestion(FILE_KIND, true, kinds, name));
                if (ImdbTableKind.of(file, member, options) == ImdbTableKind.LIST) {
                    questions.add(new ImportQuestion(LIST_NAME, false, List.of(), listName(member)));
                }
            }
        }
        return questions;
    }

    static String listName(String member) {
        return ImportFile.lastName(member).replaceFirst("(?i)\\.csv$", "");
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        for (String member : tables(file)) {
            switch (ImdbTableKind.of(file, member, options)) {
                case RATINGS -> new ImdbLibrary(file, member, sink).readRatings();
                case WATCHLIST -> new ImdbLibrary(file, member, sink).readWatchlist();
                case CHECK_INS -> new ImdbLibrary(file, member, sink).readCheckIns();
                case LIST -> {
                    String name = options.answer(LIST_NAME).orElse("");
                    new ImdbList(file, member, name.isBlank() ? listName(member) : name, sink).read();
                }
            }
        }
    }
}
