package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.core.CidrSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The table of limits (`docs/security.md#input-limits`), each row at its edge: the limit itself works, one more is
/// refused. Here what the door looks at. Where the other rows are:
///
/// | row | where |
/// |---|---|
/// | times for a header, a body, an idle connection, an answer that nobody takes | [TimeLimitsTest] |
/// | what all bodies may hold in memory and on the disk | [ByteBudgetTest], [LimitedBodyStreamTest], `MemoryTest` |
/// | JSON: nesting, texts, names, numbers, tokens, what is no JSON; forms | [BodyLimitsTest] |
/// | sizes of bodies by method; every kind of value; search | `ValueLimitsTest` |
/// | pictures from outside | `UpstreamClientTest` (bytes), `ImageResizerTest` (pixels, by content) |
/// | multipart of Plex, upload of a file to import, upload of a picture, everything of v2 | not built |
class RequestLimitsTest {

    private static final String ALONE = "Host: localhost\r\nConnection: close\r\n\r\n";
    private static final String NEXT = "GET /next HTTP/1.1\r\n" + ALONE;
    private static final int BODY_MEMORY = 200_000;
    private static final int ALL_CONNECTIONS = 80;

    private final EchoHandler handler = new EchoHandler();

    @TempDir
    private Path spool;

    private HttpServer server;

    @BeforeEach
    void open() {
        server = serverThatTrusts(CidrSet.of(List.of("127.0.0.1")));
        server.start(BackgroundTasks.plain());
    }

    @AfterEach
    void close() {
        server.close();
    }

    /// One row of the table.
    ///
    /// @param request creates a request of the given size
    /// @param refused the status of the response beyond the limit
    record Row(String of, int limit, IntFunction<String> request, int refused) {

        @Override
        public String toString() {
            return limit + " " + of;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("bytes of the request line", HttpLimits.REQUEST_LINE_BYTES, RequestLimitsTest::line, 414),
                new Row("segments of a path", HttpLimits.PATH_SEGMENTS, n -> get("/a".repeat(n), ""), 400),
                new Row(
                        "parameters of a query",
                        HttpLimits.QUERY_PARAMETERS,
                        n -> get("/?a" + "&a".repeat(n - 1), ""),
                        400),
                new Row("fields of a header", HttpLimits.HEADER_FIELDS, n -> get("/", "A: b\r\n".repeat(n - 2)), 431),
                new Row("bytes of a field", HttpLimits.HEADER_FIELD_BYTES, n -> get("/", field(n)), 431),
                new Row("bytes of a header", HttpLimits.HEADER_BYTES, RequestLimitsTest::header, 431));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theLimitIsAcceptedAndOneMoreIsRejected(Row row) throws IOException {
        assertThat(exchange(row.request().apply(row.limit()))).startsWith("HTTP/1.1 200 ");
        assertThat(exchange(row.request().apply(row.limit() + 1)))
                .startsWith("HTTP/1.1 " + row.refused() + " ")
                .contains("{\"error\":");
    }

    private static String line(int bytes) {
        return get("/" + "a".repeat(bytes - "GET / HTTP/1.1".length()), "");
    }

    /// Name and value together.
    private static String field(int bytes) {
        return "A: " + "b".repeat(bytes - 1) + "\r\n";
    }

    /// All fields with what separates them.
    private static String header(int bytes) {
        String third = field(5_000);
        int rest = bytes - 2 * third.length() - (ALONE.length() - "\r\n".length()) - ": \r\n".length();
        return get("/", third.repeat(2) + field(rest));
    }

    private static String get(String target, String fields) {
        return "GET " + target + " HTTP/1.1\r\n" + fields + ALONE;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Host: localhost\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
                "Host: localhost\r\nHost: localhost\r\n\r\n",
                "Host: localhost\r\nContent-Length : 3\r\n\r\nabc",
                "Host: localhost\r\nContent-Length: +3\r\n\r\nabc",
                "Host: localhost\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
            })
    void ambiguousFramingIsRejectedAndTheConnectionClosed(String rest) throws IOException {
        assertThat(exchange("POST /body HTTP/1.1\r\n" + rest + NEXT))
                .startsWith("HTTP/1.1 400 ")
                .containsOnlyOnce("HTTP/1.1 ")
                .doesNotContain("/next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nabc\r\n", "3\r\nabcd\r\n0\r\n\r\n", "-1\r\n", "fffffffffffffffff\r\nabc\r\n"})
    void aMalformedChunkIsRejectedAndTheConnectionClosed(String chunks) throws IOException {
        String head = "POST /body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(exchange(head + chunks + NEXT))
                .contains("Unreadable[reason=the body was cut off]")
                .containsOnlyOnce("HTTP/1.1 ")
                .doesNotContain("/next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "compress", "x"})
    void aBodyWithAnUnknownEncodingIsRejected(String encoding) throws IOException {
        assertThat(exchange(get("/", "Content-Encoding: " + encoding + "\r\n"))).startsWith("HTTP/1.1 415 ");
        assertThat(exchange("POST /body HTTP/1.1\r\nContent-Encoding: " + encoding + "\r\nContent-Length: 3\r\n" + ALONE
                        + "abc"))
                .startsWith("HTTP/1.1 415 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "gzip", "x-gzip", "GZip", "deflate", "identity, gzip"})
    void aBodyIsReadInTheseEncodings(String encoding) throws IOException {
        String request = "POST /body HTTP/1.1\r\nContent-Encoding: " + encoding + "\r\nContent-Length: 3\r\n" + ALONE;

        assertThat(exchange(request + "abc"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith(
                        encoding.isEmpty() || encoding.equals("identity")
                                ? "3"
                                : "Unreadable[reason=the body is not properly compressed]");
    }

    @Test
    void anAddressHasAtMost64Connections() throws IOException {
        reopen(CidrSet.NONE);

        assertThatAreHeldAndNoMore(HttpLimits.CONNECTIONS_PER_NETWORK);
    }

    @Test
    void theTotalOfConnectionsIsLimitedForTrustedAddressesToo() throws IOException {
        assertThatAreHeldAndNoMore(ALL_CONNECTIONS);
    }

    /// Connections up to the limit get responses, and the next is closed without one.
    private void assertThatAreHeldAndNoMore(int connections) throws IOException {
        List<RawClient> clients = new ArrayList<>();
        try {
            for (int open = 0; open < connections; open++) {
                RawClient client = new RawClient(server.port());
                clients.add(client);
                client.send("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
            }

            assertThat(exchange("")).isEmpty();
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aConnectionCarriesAThousandRequests() throws IOException {
        String requests = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(HttpLimits.REQUESTS_PER_CONNECTION);

        String responses = exchange(requests);

        assertThat(responses.split("HTTP/1.1 200 OK", -1)).hasSize(HttpLimits.REQUESTS_PER_CONNECTION + 1);
        assertThat(responses).containsOnlyOnce("Connection: close");
        assertThat(responses.substring(responses.lastIndexOf("HTTP/1.1 200 OK")))
                .contains("Connection: close");
    }

    private void reopen(CidrSet trusted) {
        server.close();
        server = serverThatTrusts(trusted);
        server.start(BackgroundTasks.plain());
    }

    private HttpServer serverThatTrusts(CidrSet trusted) {
        HttpServerConfig settings = new HttpServerConfig(
                "127.0.0.1",
                0,
                null,
                List.of(),
                CidrSet.NONE,
                trusted,
                List.of("*"),
                ALL_CONNECTIONS,
                64,
                100,
                Duration.ofMillis(100),
                BODY_MEMORY);
        return new HttpServer(settings, List.of(handler), entry -> {}, spool);
    }

    private String exchange(String request) throws IOException {
        return RawClient.exchange(server.port(), request);
    }
}
