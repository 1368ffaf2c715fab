package dev.spoolmark.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.Problem;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Errors that a test cannot cause by a request in reasonable time.
class V1ErrorsTest {

    @Test
    void aSlowBodyIs408() {
        Response response = V1Errors.response(new Problem.TooSlow());

        assertThat(response.status()).isEqualTo(408);
        assertThat(text(response)).isEqualTo("{\"status\":\"failure\",\"error\":\"the body came too slowly\"}");
    }

    @Test
    void overloadIs503WithRetryAfter() {
        Response response = V1Errors.response(new Problem.Overloaded(HttpLimits.READ_TIME.plus(Duration.ofMillis(1))));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers()).containsEntry("Retry-After", "11");
        assertThat(text(response)).isEqualTo("{\"status\":\"failure\",\"error\":\"server is over capacity\"}");
    }

    @Test
    void unavailableIs503WithTheReasonAndRetryAfter() {
        Response response =
                V1Errors.response(new Problem.Unavailable("the search index is not ready", Duration.ofSeconds(10)));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers()).containsEntry("Retry-After", "10");
        assertThat(text(response)).isEqualTo("{\"status\":\"failure\",\"error\":\"the search index is not ready\"}");
    }

    private static String text(Response response) {
        return new String(((Response.ByteBody) response.content()).bytes(), StandardCharsets.UTF_8);
    }
}
