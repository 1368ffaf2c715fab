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
    @ValueSource(strings = {"", "  ", "a\u0007b", "a\u0085b"})
    void whatIsNoTextIsRefused(String text) {
        assertThatThrownBy(() -> Saying.of(text, false, false)).isInstanceOf(Refusal.class);
    }
}
