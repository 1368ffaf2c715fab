package dev.spoolmark.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.wire.Limits;
import dev.spoolmark.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What no request can bring about in the time of a test.
class V1WordsTest {

    @Test
    void aBodyThatComesTooSlowlyIs408() {
        Reply reply = V1Words.reply(new Problem.TooSlow());

        assertThat(reply.status()).isEqualTo(408);
        assertThat(text(reply)).isEqualTo("{\"status\":\"failure\",\"error\":\"the body came too slowly\"}");
    }

    @Test
    void whatFindsNoRoomIsSentAwayWithATimeToComeBack() {
        Reply reply = V1Words.reply(new Problem.Overloaded(Limits.READ_TIME.plus(Duration.ofMillis(1))));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "11");
        assertThat(text(reply)).isEqualTo("{\"status\":\"failure\",\"error\":\"server is over capacity\"}");
    }

    @Test
    void whatIsNotReadySaysWhyAndWhenToAskAgain() {
        Reply reply = V1Words.reply(new Problem.Unavailable("the search index is not ready", Duration.ofSeconds(10)));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "10");
        assertThat(text(reply)).isEqualTo("{\"status\":\"failure\",\"error\":\"the search index is not ready\"}");
    }

    private static String text(Reply reply) {
        return new String(((Reply.Bytes) reply.content()).bytes(), StandardCharsets.UTF_8);
    }
}
