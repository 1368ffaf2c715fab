package dev.spoolmark.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a page or form shows of users, as stated in `page-privacy.txt`.
///
/// @param fields values that are sent with it; those in braces stand for something of a user
record PageRow(String httpMethod, String path, Content content, Map<String, String> fields) {

    private static final Path FILE = Path.of("src/test/resources/web/page-privacy.txt");

    enum Content {
        NEUTRAL,
        OWN,
        FOLLOWED,
        CARD,
        PROFILE,
        OWNER,
        ITEM,
        SEARCH,
        FEED,
        ADMIN,
        OWN_FORM,
        OBJECT_FORM,
        ENTRY_FORM,
        ADMIN_FORM
    }

    static List<PageRow> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PageRow::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageRow parse(String line) {
        List<String> words = Arrays.asList(line.strip().split(" +", -1));
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : words.subList(3, words.size())) {
            int equals = field.indexOf('=');
            fields.put(field.substring(0, equals), field.substring(equals + 1));
        }
        Content content = Content.valueOf(words.get(2).toUpperCase(Locale.ROOT).replace('-', '_'));
        return new PageRow(words.get(0), words.get(1), content, fields);
    }

    boolean isForm() {
        return httpMethod.equals("POST");
    }

    /// Method and path.
    String route() {
        return httpMethod + " " + path;
    }

    @Override
    public String toString() {
        return route();
    }
}
