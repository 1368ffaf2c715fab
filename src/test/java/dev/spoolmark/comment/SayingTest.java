package dev.spoolmark.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SayingTest {

    @Test
    void blanksAroundItAreNoPartOfIt() {
        assertThat(Saying.of(" \n Great\nindeed \t", true, false)).isEqualTo(new Saying("Great\nindeed", true, false));
    }

    @Test
    void twoHundredWordsMakeAReview() {
        assertThat(Saying.of("word ".repeat(200), false, true).review()).isTrue();
        assertThat(Saying.of("word  \n".repeat(199), false, true).review()).isFalse();
        assertThat(Saying.of("word ".repeat(200), false, false).review()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0007", "\u00a0\u200b\u3000", "\u3164\u2800\u200e"})
    void whatIsNoTextIsRefused(String text) {
        assertThatThrownBy(() -> Saying.of(text, false, false)).isInstanceOf(Refusal.class);
    }

    @Test
    void controlCharactersAreRemoved() {
        assertThat(Saying.of("a\u0007b\n\u0000c", false, false).text()).isEqualTo("ab\nc");
    }
}
