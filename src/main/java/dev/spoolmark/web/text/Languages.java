package dev.spoolmark.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The languages of the pages. The texts are in `web/AREA/messages_LANGUAGE.properties`, a file for each group of
/// pages.
public final class Languages {

    /// All languages, the default first.
    public static final List<String> TAGS = List.of("en", "de");

    /// The groups of pages.
    public static final List<String> AREAS = List.of(
            "admin",
            "app",
            "common",
            "entry",
            "imports",
            "item",
            "library",
            "mail",
            "oauth",
            "people",
            "schedule",
            "settings",
            "signin",
            "stats");

    private static final int LONGEST_HEADER = 200;

    private final Map<String, Texts> texts = new LinkedHashMap<>();

    public Languages() {
        TAGS.forEach(tag -> texts.put(tag, new Texts(Locale.forLanguageTag(tag), read(tag))));
    }

    /// The texts of a language, or those of the default language when there is no such language.
    public Texts texts(String tag) {
        return find(tag).orElseGet(this::preset);
    }

    /// The first language that a browser prefers and that exists (`Accept-Language`, RFC 9110, 12.5.4).
    public Texts accepted(Optional<String> header) {
        return header.filter(value -> value.length() <= LONGEST_HEADER)
                .flatMap(this::best)
                .orElseGet(this::preset);
    }

    private Optional<Texts> best(String header) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> find(range.getRange()).stream())
                .findFirst();
    }

    private Optional<Texts> find(String tag) {
        int end = tag.indexOf('-');
        return Optional.ofNullable(texts.get(end < 0 ? tag : tag.substring(0, end)));
    }

    private Texts preset() {
        return texts.values().iterator().next();
    }

    private static Map<String, String> read(String tag) {
        Map<String, String> all = new HashMap<>();
        for (String area : AREAS) {
            read(area, tag).forEach((key, text) -> all.put((String) key, (String) text));
        }
        return all;
    }

    /// The texts of one file.
    static Properties read(String area, String tag) {
        String file = "/web/" + area + "/messages_" + tag + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Languages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
