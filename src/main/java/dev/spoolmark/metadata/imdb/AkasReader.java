package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.AlternativeTitle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads alternative titles of movies and shows from `title.akas`.
final class AkasReader {

    private static final int MAX_TITLES = 50;
    private static final int LONGEST_CODE = 20;

    private AkasReader() {}

    static void read(ImdbFolder folder, Path workspace, ImdbConsumer consumer) throws IOException {
        consumer.beginPart("other titles", folder.size(ImdbFile.OTHER_TITLES));
        try (TitleAttributeReader rows = new TitleAttributeReader(workspace, MAX_TITLES)) {
            rows.read(folder, ImdbFile.OTHER_TITLES, consumer, AkasReader::row);
            rows.each((of, attributes) -> consumer.kindOf(of)
                    .ifPresent(kind -> consumer.item(TitleSupplement.titles(kind, of, titles(attributes)))));
        }
    }

    private static Optional<TitleAttribute> row(TsvReader row) {
        return TitleAttributeReader.text(row, 2)
                .map(title -> new TitleAttribute(
                        row.needed(0), TitleAttributeReader.ordering(row), title, code(row, 4), code(row, 3)));
    }

    /// @return a language or country code; null if it is too long to be one
    private static @Nullable String code(TsvReader row, int column) {
        return TitleAttributeReader.text(row, column)
                .filter(text -> text.length() <= LONGEST_CODE)
                .orElse(null);
    }

    private static List<AlternativeTitle> titles(List<TitleAttribute> attributes) {
        return attributes.stream()
                .map(attribute -> new AlternativeTitle(attribute.first(), attribute.second(), attribute.third()))
                .toList();
    }
}
