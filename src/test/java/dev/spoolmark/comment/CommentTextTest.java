package dev.spoolmark.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {

    @Test
    void surroundingBlanksAreRemoved() {
        assertThat(CommentText.of(" \n Great\nindeed \t", true, false))
                .isEqualTo(new CommentText("Great\nindeed", true, false));
    }

    @Test
    void twoHundredWordsMakeAReview() {
        assertThat(CommentText.of("word ".repeat(200), false, true).review()).isTrue();
        assertThat(CommentText.of("word  \n".repeat(199), false, true).review()).isFalse();
        assertThat(CommentText.of("word ".repeat(200), false, false).review()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0007", "\u00a0\u200b\u3000", "\u3164\u2800\u200e"})
    void anEmptyTextIsRejected(String text) {
        assertThatThrownBy(() -> CommentText.of(text, false, false)).isInstanceOf(ProblemException.class);
    }

    @Test
    void controlCharactersAreRemoved() {
        assertThat(CommentText.of("a\u0007b\n\u0000c", false, false).text()).isEqualTo("ab\nc");
    }
}
