package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.BackgroundTasks;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rows of the table of limits (`docs/security.md#input-limits`) about time, over real connections, with a
/// clock that runs sixty times as fast. [ConnectionLimiterTest] and [LimitedBodyStreamTest] test the exact
/// limits.
class TimeLimitsTest {

    private static final int HASTE = 60;
    private static final String HEAD = "POST /body HTTP/1.1\r\nHost: localhost\r\n";

    private final long began = System.nanoTime();
    private final InstantSource clock =
            () -> Instant.EPOCH.plus(Duration.ofNanos(System.nanoTime() - began).multipliedBy(HASTE));
    private final EchoHandler handler = new EchoHandler();
    private final List<AccessLog.Entry> log = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void open(@TempDir Path spool) {
        server = new HttpServer(settings(), List.of(handler), log::add, spool, clock, HttpLimits.DRAIN);
        server.start(BackgroundTasks.plain());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anIdleNewConnectionIsClosedWithoutAResponse() throws IOException {
        Instant opened = clock.instant();

        assertThat(answerTo("")).isEmpty();

        assertThat(clock.instant()).isAfterOrEqualTo(opened.plus(HttpLimits.KEEP_ALIVE));
    }

    @Test
    void anIdleConnectionIsClosedAfterAResponse() throws IOException {
        assertThat(answerTo("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void anIncompleteHeaderTimesOut() throws IOException {
        Instant sent = clock.instant();

        assertThat(answerTo("GET /a HTTP/1.1\r\nHost: local")).doesNotContain("HTTP/1.1 200 ");

        assertThat(clock.instant()).isAfterOrEqualTo(sent.plus(HttpLimits.HEADER_TIME));
    }

    @Test
    void anIncompleteHeaderTimesOutAfterTheRequestLine() throws IOException {
        assertThat(answerTo("GET /a HTTP/1.1\r\n")).doesNotContain("HTTP/1.1 200 ");
    }

    @Test
    void anUnreadBodyIsNotWaitedFor() throws IOException {
        assertThat(answerTo("POST /unread HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\nab"))
                .endsWith("no thanks");
    }

    @Test
    void anIncompleteBodyTimesOut() throws IOException {
        Instant sent = clock.instant();

        assertThat(answerTo(HEAD + "Content-Length: 3\r\n\r\nab")).doesNotContain("HTTP/1.1 200 ");

        assertThat(clock.instant()).isAfterOrEqualTo(sent.plus(HttpLimits.BODY_TIME));
    }

    @Test
    void anIncompleteChunkTimesOut() throws IOException {
        assertThat(answerTo(HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\nab")).doesNotContain("HTTP/1.1 200 ");
    }

    @Test
    void aClientThatDoesNotReadIsDisconnected() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n");
            handler.arrived.await();
            Instant started = clock.instant();

            assertThat(handler.ended.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(clock.instant()).isAfterOrEqualTo(started.plus(HttpLimits.RESPONSE_STALL));
        }
    }

    /// Whatever the framing: a client that reads on later sees that bytes are missing.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/huge-stream HTTP/1.1",
                "/huge-stream HTTP/1.1\r\nAccept-Encoding: gzip",
                "/huge-stream HTTP/1.1\r\nConnection: close",
                "/huge-stream HTTP/1.0",
                "/huge-stored HTTP/1.1",
                "/huge-stored HTTP/1.1\r\nConnection: close",
                "/huge-stored HTTP/1.0"
            })
    void aResponseThatIsReadTooLateIsVisiblyBroken(String request) throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET " + request + "\r\nHost: localhost\r\n\r\n");
            assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
            while (log.isEmpty()) {
                Thread.onSpinWait();
            }

            assertThat(log.getFirst().status()).isEqualTo(499);
            assertThatThrownBy(client::readToEnd).isInstanceOf(SocketException.class);
        }
    }

    /// Reads until the server closes the connection.
    private String answerTo(String request) throws IOException {
        return RawClient.exchange(server.port(), request);
    }

    private static HttpServerConfig settings() {
        return HttpServerConfig.DEFAULT.at("127.0.0.1", 0);
    }
}
