package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.core.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Metrics are served on their own port and contain no user data.
class MetricsServerTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void requestsAreCountedByRouteWithoutPathValues() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(new TestClock(), "SPOOLMARK_METRICS_LISTEN=127.0.0.1:0")) {
            get(server.port(), "/server/time.json/" + KEY);
            get(server.port(), "/user/profile.json/" + KEY + "/somebody");
            get(server.port(), "/nothing/of/the/kind");

            HttpResponse<String> page = get(server.metricsPort(), "/metrics");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
            assertThat(page.body())
                    .contains("spoolmark_request_seconds_count{route=\"/server/time.json/{apikey}\",status=\"200\"} 1")
                    .contains("status=\"404\"")
                    .contains("spoolmark_requests_waiting 0.0")
                    .contains("spoolmark_database_commits_total ")
                    .contains("process_cpu_seconds_total ")
                    .containsPattern("spoolmark_disk_free_bytes [1-9]")
                    .doesNotContain(KEY, "somebody", "of/the/kind");
        }
    }

    @Test
    void hashedAndCachedSignInsAreCounted() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(new TestClock(), "SPOOLMARK_METRICS_LISTEN=127.0.0.1:0")) {
            Authenticator authenticator = server.features().authenticator();
            Secret password = Secret.sha1Of("correct horse battery");
            server.features().accounts().create(new NewAccount("ann", null, password, false, CreationOrigin.OPERATOR));
            String hex = HexFormat.of().formatHex(password.reveal());
            IntStream.range(0, 4).forEach(time -> authenticator.verify("ann", hex, InetAddress.getLoopbackAddress()));

            assertThat(get(server.metricsPort(), "/metrics").body())
                    .contains("spoolmark_password_hashes_total 1.0", "spoolmark_credential_cache_hits_total 3.0")
                    .contains("spoolmark_password_hashes_waiting 0.0");
        }
    }

    @Test
    void metricsAreNotOnTheMainPort() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(new TestClock(), "SPOOLMARK_METRICS_LISTEN=127.0.0.1:0")) {
            assertThat(get(server.port(), "/metrics").statusCode()).isEqualTo(404);
            assertThat(get(server.metricsPort(), "/server/time.json/" + KEY).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anAddressInUsePreventsTheStart() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();

            assertThatThrownBy(() -> TestServer.start(new TestClock(), "SPOOLMARK_METRICS_LISTEN=" + address))
                    .isInstanceOf(UserErrorException.class)
                    .hasMessageContaining("metrics.listen: " + address + " is in use or not available");
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + port + path);
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }
}
