package dev.spoolmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u0000\u0007\u009f",
                "\u00a0\u2007\u202f\u3000",
                "\u200b\u200c\u200d\u2060\ufeff",
                "\u00ad",
                "\u034f",
                "\u115f\u1160\u3164\uffa0",
                "\u2800",
                "\u0301",
                "\u0301\u0308",
                " \u20dd",
                "\u0e34\u0e48",
                "\u0903",
                "\u200b\u0301\u00a0",
                "\u200e\u200f\u061c\u202a\u202e\u2066\u2069",
                "\ufe00\ufe0f\u180b\u180e",
                "\udb40\udc01\udb40\udc65\udb40\udc7f",
                "\u17b4\u17b5",
                "\u2028\u2029\u0085",
                " \u200b\n\u3164 "
            })
    void textWithoutVisibleCharactersIsEmpty(String text) {
        assertThat(WrittenText.line(text)).isEmpty();
        assertThat(WrittenText.lines(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Foo\nBar', Foo Bar",
        "'Foo\r\nBar', Foo Bar",
        "'Foo\rBar', Foo Bar",
        "'Foo\n\nBar', 'Foo  Bar'",
        "'Foo\u2028Bar\u2029Baz\u0085Qux', Foo Bar Baz Qux",
        "'Foo\tBar', Foo Bar",
        "'\uFEFF\u00a0 Foo \u200b', Foo",
        "'Fo\u0000o\u0007', Foo"
    })
    void lineBreaksInANameBecomeBlanks(String text, String line) {
        assertThat(WrittenText.line(text)).isEqualTo(line);
    }

    @Test
    void aTextKeepsLineBreaksAndNoOtherControlCharacters() {
        assertThat(WrittenText.lines("\n Foo\r\n\tBar\u0000\u001b[0m \n")).isEqualTo("Foo\r\n\tBar[0m");
    }

    @Test
    void emojiOfSeveralCharactersAreKept() {
        for (String picture : new String[] {
            "\u2764\ufe0f",
            "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\u05d0\u200f"
        }) {
            assertThat(WrittenText.line(picture)).isEqualTo(picture);
            assertThat(WrittenText.lines(picture)).isEqualTo(picture);
        }
    }
}
