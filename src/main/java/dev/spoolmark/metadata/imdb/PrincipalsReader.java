package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ingest.ImdbIdBitSet;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads cast and crew of movies and shows from `title.principals`, and their names from `name.basics`.
///
/// The principals are read first, so that only the names that occur in them are kept.
final class PrincipalsReader {

    /// The maximum per title, in billing order.
    private static final int MAX_CREDITS = 20;

    private static final Set<String> LEFT_OUT = Set.of("archive_footage", "archive_sound");

    private final ImdbFolder folder;
    private final ImdbConsumer consumer;
    private final ImdbIdBitSet personIds = new ImdbIdBitSet();

    private PrincipalsReader(ImdbFolder folder, ImdbConsumer consumer) {
        this.folder = folder;
        this.consumer = consumer;
    }

    static void read(ImdbFolder folder, Path workspace, ImdbConsumer consumer) throws IOException {
        new PrincipalsReader(folder, consumer).read(workspace);
    }

    private void read(Path workspace) throws IOException {
        consumer.beginPart("who is wanted", folder.size(ImdbFile.PRINCIPALS));
        try (TitleAttributeReader rows = new TitleAttributeReader(workspace, MAX_CREDITS)) {
            rows.read(folder, ImdbFile.PRINCIPALS, consumer, PrincipalsReader::row);
            rows.each((of, credits) -> credits.forEach(credit -> personIds.add(credit.first())));
            readNames();
            consumer.awaitImport();
            rows.each((of, credits) -> consumer.kindOf(of)
                    .ifPresent(kind -> consumer.item(TitleSupplement.credits(kind, of, items(credits)))));
        }
    }

    private static Optional<TitleAttribute> row(TsvReader row) {
        String nconst = row.needed(2);
        TsvNumbers.ofId(nconst, "nm");
        return TitleAttributeReader.text(row, 3)
                .filter(category -> !LEFT_OUT.contains(category))
                .map(category -> new TitleAttribute(
                        row.needed(0), TitleAttributeReader.ordering(row), nconst, category, characters(row)));
    }

    private void readNames() throws IOException {
        consumer.beginPart("people", folder.size(ImdbFile.NAMES));
        try (TsvReader rows =
                folder.table(ImdbFile.NAMES, consumer, consumer::progress).orElseThrow()) {
            while (rows.next()) {
                String nconst = rows.needed(0);
                try {
                    TsvNumbers.ofId(nconst, "nm");
                    if (personIds.mightContain(nconst)) {
                        consumer.item(new PersonItem(Ids.ofImdb(nconst), rows.text(1), PersonFacts.NONE));
                    }
                } catch (InvalidRowException invalid) {
                    rows.reject(invalid.reason());
                }
            }
        }
    }

    private static List<CreditItem> items(List<TitleAttribute> credits) {
        return credits.stream().map(PrincipalsReader::item).toList();
    }

    private static CreditItem item(TitleAttribute credit) {
        PersonItem person = new PersonItem(Ids.ofImdb(credit.first()), null, PersonFacts.NONE);
        String category = credit.second();
        return new CreditItem(person, category == null || category.equals("self") ? "cast" : category, credit.third());
    }

    /// The column holds a JSON list of texts.
    private static @Nullable String characters(TsvReader row) {
        String list = TitleAttributeReader.text(row, 4).orElse(null);
        if (list == null) {
            return null;
        }
        try {
            return JsonMapper.shared()
                    .readTree(list)
                    .valueStream()
                    .map(JsonNode::asString)
                    .collect(Collectors.joining(" / "));
        } catch (JacksonException unreadable) {
            row.report("has characters that cannot be read");
            return null;
        }
    }
}
