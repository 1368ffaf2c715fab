package dev.spoolmark.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcalWriterTest {

    private static String written(String value) {
        return new String(new IcalWriter().text("SUMMARY", value).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void textIsEscaped() {
        assertThat(written("a\\b;c,d\ne\r\nf\u0007g")).isEqualTo("SUMMARY:a\\\\b\\;c\\,d\\ne\\nfg\r\n");
    }

    @Test
    void noValueBeginsALine() {
        assertThat(written("x\r\nEND:VCALENDAR").lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü", "七", "\ud83d\udca9", "a\ud83d\udca9ü"})
    void longLinesAreFoldedWithoutSplittingACharacter(String character) {
        String value = character.repeat(200);

        String text = written(value);

        assertThat(Arrays.stream(text.split("\r\n")))
                .hasSizeGreaterThan(2)
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).isEqualTo("SUMMARY:" + value + "\r\n");
        assertThat(text).doesNotContain("\ufffd");
    }
}
