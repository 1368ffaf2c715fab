package dev.spoolmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Templates contain nothing that the content security policy forbids, and do not disable escaping.
class TemplateRulesTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern EVENT_HANDLER = Pattern.compile("\\son[a-z]+\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLE = Pattern.compile("\\sstyle\\s*=|<style", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT_ADDRESS = Pattern.compile("javascript:", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNESCAPED = Pattern.compile("\\$unsafe\\{");
    private static final Pattern OTHER_HOST =
            Pattern.compile("(?:src|href|action)=\"(?:https?:)?//", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMAGE = Pattern.compile("<img\\b[^>]*>");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasNoInlineScriptOrStyleAndNoUnescapedText(Path template) throws IOException {
        String text = Files.readString(template);

        assertThat(List.of(EVENT_HANDLER, STYLE, SCRIPT, SCRIPT_ADDRESS, UNESCAPED, OTHER_HOST))
                .noneMatch(forbidden -> forbidden.matcher(text).find());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void statesTheSizeAndTheAlternativeTextOfImages(Path template) throws IOException {
        assertThat(IMAGE.matcher(Files.readString(template)).results().map(found -> found.group()))
                .allSatisfy(image -> assertThat(image).contains(" alt=", " width=", " height="));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyFormHasTheTokenOfTheSession(Path template) throws IOException {
        String text = Files.readString(template);
        long forms = Pattern.compile("<form\\b[^>]*method=\"post\"")
                .matcher(text)
                .results()
                .count();

        assertThat(text.split("@template\\.part\\.csrf\\(", -1)).hasSize((int) forms + 1);
    }
}
