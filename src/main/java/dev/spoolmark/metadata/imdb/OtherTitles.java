package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.OtherTitle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What movies and shows are called elsewhere, from `title.akas`.
final class OtherTitles {

    private static final int MOST = 50;
    private static final int LONGEST_CODE = 20;

    private OtherTitles() {}

    static void read(ImdbFolder folder, Path workspace, ImdbReader reader) throws IOException {
        reader.begins("other titles", folder.size(ImdbFile.OTHER_TITLES));
        try (HungRows rows = new HungRows(workspace, MOST)) {
            rows.lay(folder, ImdbFile.OTHER_TITLES, reader, OtherTitles::row);
            rows.each((of, hung) ->
                    reader.kindOf(of).ifPresent(kind -> reader.item(Hanging.titles(kind, of, titles(hung)))));
        }
    }

    private static Optional<Hung> row(Table row) {
        return HungRows.text(row, 2)
                .map(title -> new Hung(row.needed(0), HungRows.ordering(row), title, code(row, 4), code(row, 3)));
    }

    /// Of a language or country; what is longer is none.
    private static @Nullable String code(Table row, int column) {
        return HungRows.text(row, column)
                .filter(text -> text.length() <= LONGEST_CODE)
                .orElse(null);
    }

    private static List<OtherTitle> titles(List<Hung> hung) {
        return hung.stream()
                .map(one -> new OtherTitle(one.first(), one.second(), one.third()))
                .toList();
    }
}
