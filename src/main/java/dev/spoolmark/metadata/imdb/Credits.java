package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.CatalogItem.CreditItem;
import dev.spoolmark.catalog.CatalogItem.PersonItem;
import dev.spoolmark.catalog.IdSet;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.PersonFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who did what in movies and shows, from `title.principals`, and what they are called, from `name.basics`.
///
/// The principals are read twice: first for who is wanted, so that of the names no more are taken.
final class Credits {

    /// In the order of the billing.
    private static final int MOST = 20;

    private static final Set<String> LEFT_OUT = Set.of("archive_footage", "archive_sound");

    private final ImdbFolder folder;
    private final ImdbReader reader;
    private final IdSet wanted = new IdSet();

    Credits(ImdbFolder folder, ImdbReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    void read() throws IOException {
        each("who is wanted", (file, line, reason) -> {}, (of, credits) -> credits.forEach(this::want));
        readNames();
        reader.settle();
        each(
                "credits",
                reader::refused,
                (of, credits) -> reader.kindOf(of).ifPresent(kind -> reader.item(Hanging.credits(kind, of, credits))));
    }

    private void want(CreditItem credit) {
        String nconst = credit.person().ids().imdb();
        if (nconst != null) {
            wanted.add(nconst);
        }
    }

    private void readNames() throws IOException {
        reader.begins("people", folder.size(ImdbFile.NAMES));
        try (Table rows =
                folder.table(ImdbFile.NAMES, reader::refused, reader::progress).orElseThrow()) {
            while (rows.next()) {
                String nconst = rows.needed(0);
                try {
                    Numbers.ofId(nconst, "nm");
                    if (wanted.mayHave(nconst)) {
                        reader.item(new PersonItem(Ids.ofImdb(nconst), rows.text(1), PersonFacts.NONE));
                    }
                } catch (Unfit unfit) {
                    rows.refuse(unfit.reason());
                }
            }
        }
    }

    /// Every title that is there, with its credits.
    private void each(String part, Table.Refusals refusals, BiConsumer<String, List<CreditItem>> take)
            throws IOException {
        reader.begins(part, folder.size(ImdbFile.PRINCIPALS));
        try (Table rows =
                folder.table(ImdbFile.PRINCIPALS, refusals, reader::progress).orElseThrow()) {
            String title = "";
            boolean known = false;
            List<CreditItem> credits = new ArrayList<>();
            while (rows.next()) {
                if (!rows.is(0, title)) {
                    hand(title, credits, take);
                    title = rows.needed(0);
                    known = reader.kindOf(title).isPresent();
                }
                if (known && credits.size() < MOST) {
                    add(rows, credits);
                }
            }
            hand(title, credits, take);
        }
    }

    private static void hand(String title, List<CreditItem> credits, BiConsumer<String, List<CreditItem>> take) {
        if (!credits.isEmpty()) {
            take.accept(title, List.copyOf(credits));
            credits.clear();
        }
    }

    private static void add(Table row, List<CreditItem> credits) {
        String category = row.text(2);
        try {
            Numbers.ofId(row.needed(1), "nm");
            if (category != null && !LEFT_OUT.contains(category)) {
                PersonItem person = new PersonItem(Ids.ofImdb(row.needed(1)), null, PersonFacts.NONE);
                String job = category.equals("self") ? "cast" : category;
                credits.add(new CreditItem(person, job, characters(row.text(3))));
            }
        } catch (Unfit unfit) {
            row.refuse(unfit.reason());
        }
    }

    /// They stand there as a JSON list of texts.
    private static @Nullable String characters(@Nullable String list) {
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
            throw new Unfit("has characters that cannot be read");
        }
    }
}
