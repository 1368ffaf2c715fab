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

    @Test
    void charactersAreCountedAsPeopleSeeThem() {
        assertThat(Saying.of("\uD83D\uDE00".repeat(10_000), false, false).text())
                .hasSize(20_000);
        assertThatThrownBy(() -> Saying.of("x".repeat(10_001), false, false)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0007b", "a\u0085b"})
    void whatIsNoTextIsRefused(String text) {
        assertThatThrownBy(() -> Saying.of(text, false, false)).isInstanceOf(Refusal.class);
    }
}
