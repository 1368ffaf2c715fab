package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Responses that are scripts (`?callback=name`).
class CallbackTest {

    private static final int MANY = 100;

    @Test
    void aRejectionIsAScriptWithRetryAfter() throws Exception {
        try (TestServer server = TestServer.start(
                        new TestClock(), "SPOOLMARK_LIMITS_PER_USER=on", "SPOOLMARK_NETWORKS_TRUSTED=none");
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest search = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                            + "/search/shows.json/" + V1Client.KEY + "?query=portlandia&callback=show"))
                    .build();
            HttpResponse<String> rejected = Stream.generate(() -> send(client, search))
                    .limit(MANY)
                    .filter(response -> response.statusCode() != 200)
                    .findFirst()
                    .orElseThrow();

            assertThat(rejected.statusCode()).isEqualTo(503);
            assertThat(rejected.body())
                    .isEqualTo("/**/show({\"status\":\"failure\",\"error\":\"server is over capacity\"})");
            assertThat(rejected.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
            assertThat(rejected.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofString()).join();
    }
}
