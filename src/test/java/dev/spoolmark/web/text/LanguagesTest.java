package dev.spoolmark.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class LanguagesTest {

    static final List<String> AREAS = Languages.AREAS;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

    @ParameterizedTest
    @FieldSource("AREAS")
    void everyLanguageHasTheSameTextsWithTheSameValues(String area) {
        Properties english = Languages.read(area, "en");
        for (String tag : Languages.TAGS) {
            Properties other = Languages.read(area, tag);
            assertThat(new TreeSet<>(other.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
            english.stringPropertyNames()
                    .forEach(key -> assertThat(placeholders(other.getProperty(key)))
                            .as(area + " " + tag + " " + key)
                            .isEqualTo(placeholders(english.getProperty(key))));
        }
    }

    @ParameterizedTest
    @FieldSource("AREAS")
    void noTextIsEmpty(String area) {
        for (String tag : Languages.TAGS) {
            assertThat(Languages.read(area, tag).values())
                    .noneMatch(text -> text.toString().isBlank());
        }
    }

    @Test
    void everyGroupOfTextsIsRead() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/web"))) {
            Set<String> found = folders.filter(folder -> Files.exists(folder.resolve("messages_en.properties")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
            assertThat(found).isEqualTo(Set.copyOf(Languages.AREAS));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-AT,en;q=0.5|de",
                "en-GB|en",
                "fr,de;q=0.7,en;q=0.3|de",
                "fr|en",
                "de;q=0,fr|en",
                "*|en",
                ";;;|en"
            })
    void aBrowserGetsTheFirstOfItsLanguagesThatExists(String header, String language) {
        assertThat(new Languages().accepted(Optional.of(header)).languageTag()).isEqualTo(language);
    }

    @Test
    void valuesAreInsertedOnce() {
        Texts texts = new Languages().texts("en");

        assertThat(texts.get("form.too_long", "{0}")).isEqualTo("At most {0} characters.");
        assertThat(texts.count("signin.throttled", 1)).contains("one second");
        assertThat(texts.count("signin.throttled", 1_200)).contains("1,200 seconds");
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .distinct()
                .toList();
    }
}
