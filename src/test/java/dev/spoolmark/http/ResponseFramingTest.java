package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.BackgroundTasks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// For every HTTP version, coding and kind of connection, a response is complete, or the client sees that it is
/// not.
@Timeout(60)
class ResponseFramingTest {

    private static final List<String> VERSIONS = List.of("HTTP/1.1", "HTTP/1.0");
    private static final List<String> CONNECTIONS = List.of("", "close", "Close", "TE, CLOSE", "keep-alive");
    private static final List<String> ENCODINGS = List.of("", "gzip", "gzip;q=0", "identity", "br, gzip;q=0.3");
    private static final List<String> PATHS = List.of("/short-stream", "/stream", "/long-stream", "/long", "/stored");

    @TempDir
    private Path spool;

    private final EchoHandler handler = new EchoHandler();
    private final List<AccessLog.Entry> log = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void open() {
        server = new HttpServer(HttpServerConfig.DEFAULT.at("127.0.0.1", 0), List.of(handler), log::add, spool);
        server.start(BackgroundTasks.plain());
    }

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<String> versionsAndPaths() {
        return VERSIONS.stream().flatMap(version -> PATHS.stream().map(path -> version + " " + path));
    }

    @ParameterizedTest
    @MethodSource("versionsAndPaths")
    void everyResponseIsComplete(String versionAndPath) throws IOException {
        String version = versionAndPath.split(" ", 2)[0];
        String path = versionAndPath.split(" ", 2)[1];
        for (String httpMethod : List.of("GET", "HEAD")) {
            for (String connection : CONNECTIONS) {
                for (String encoding : ENCODINGS) {
                    Response response = exchange(httpMethod, path, version, connection, encoding);

                    assertThat(response.status).isEqualTo(200);
                    assertThat(response.text())
                            .as(httpMethod + " " + connection + " " + encoding)
                            .isEqualTo(httpMethod.equals("HEAD") ? "" : EchoHandler.text(path));
                    boolean closes = version.equals("HTTP/1.0")
                            || connection.toLowerCase(Locale.ROOT).contains("close");
                    assertThat(response.closed).isEqualTo(closes);
                    assertThat(response.header.getOrDefault("connection", "")).isEqualTo(closes ? "close" : "");
                    if (version.equals("HTTP/1.0")) {
                        assertThat(response.header).doesNotContainKey("transfer-encoding");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("failing")
    void anIncompleteResponseNeverLooksComplete(String version, String connection, String encoding) {
        assertThatThrownBy(() -> exchange("GET", "/late", version, connection, encoding))
                .isInstanceOfAny(SocketException.class, EOFException.class);
        assertThat(logged().status()).isEqualTo(500);
    }

    @ParameterizedTest
    @MethodSource("failing")
    void aFileThatBecameShorterNeverLooksComplete(String version, String connection, String encoding) {
        assertThatThrownBy(() -> exchange("GET", "/shrunk", version, connection, encoding))
                .isInstanceOfAny(SocketException.class, EOFException.class);
        assertThat(logged().status()).isEqualTo(500);
    }

    static Stream<Arguments> failing() {
        return VERSIONS.stream()
                .flatMap(version -> CONNECTIONS.stream()
                        .flatMap(connection ->
                                Stream.of("", "gzip").map(encoding -> Arguments.of(version, connection, encoding))));
    }

    @Test
    void aProblemWhileWritingBecomesTheResponse() throws IOException {
        Response response = exchange("GET", "/overloaded-early", "HTTP/1.1", "", "");

        assertThat(response.status).isEqualTo(503);
        assertThat(response.header).containsEntry("retry-after", "7");
        assertThat(logged().status()).isEqualTo(503);
    }

    @Test
    void aDisconnectedClientIsLogged() throws IOException {
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("GET /huge-stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(raw.line()).isEqualTo("HTTP/1.1 200 OK");
        }

        assertThat(logged().status()).isEqualTo(499);
    }

    @Test
    void anExceptionBeforeTheFirstByteIsLogged() throws IOException {
        assertThat(exchange("GET", "/early", "HTTP/1.1", "", "gzip").status).isEqualTo(500);
        assertThat(logged().status()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: nas:90\r\n", ""})
    void http10NeedsNoHost(String field) throws IOException {
        String response = RawClient.exchange(server.port(), "GET /a HTTP/1.0\r\n" + field + "\r\n");

        String host = field.isEmpty() ? "127.0.0.1:" + server.port() : "nas:90";
        assertThat(response).startsWith("HTTP/1.1 200 ").endsWith("GET /a? http://" + host + " 127.0.0.1");
    }

    @Test
    void http10CanArriveInSeveralPackets() throws IOException {
        try (RawClient raw = new RawClient(server.port())) {
            for (String piece :
                    List.of("POST /bo", "dy HTTP/1.", "0\r", "\nContent-Le", "ngth: 3\r\n\r", "\nab", "c")) {
                raw.send(piece);
            }

            assertThat(raw.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n3");
        }
    }

    @Test
    void http10IsNeverAnsweredWithContinue() throws IOException {
        assertThat(RawClient.exchange(
                        server.port(), "POST /body HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void chunksInHttp10AreRejected() throws IOException {
        assertThat(RawClient.exchange(
                        server.port(), "POST /body HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aConnectionCanChangeFromHttp11ToHttp10() throws IOException {
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(raw.until('?')).startsWith("HTTP/1.1 200");
            raw.send("GET /long-stream HTTP/1.0\r\nHost: localhost\r\n\r\n");

            assertThat(raw.readToEnd()).endsWith(EchoHandler.text("/long-stream"));
        }
    }

    /// Some clients end a body with a line that `Content-Length` does not count (RFC 9112, 2.2).
    @Test
    void emptyLinesBeforeARequestAreIgnored() throws IOException {
        String empty = "\r\n\r\n";
        String get = "GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        String post = "POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc";

        assertThat(RawClient.exchange(server.port(), empty + get)).startsWith("HTTP/1.1 200 ");
        assertThat(RawClient.exchange(server.port(), empty + "GET /a HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        try (RawClient together = new RawClient(server.port())) {
            together.send(post + empty + get);
            assertThat(together.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith(" 127.0.0.1");
        }
        try (RawClient pieces = new RawClient(server.port())) {
            pieces.send(post);
            assertThat(pieces.line()).startsWith("HTTP/1.1 200 ");
            for (String piece : List.of("\r\n", "\r\n", get)) {
                pieces.send(piece);
            }
            assertThat(pieces.readToEnd()).endsWith(" 127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3;a=b\r\nabc\r\n0\r\n\r\n",
                "3 ; a=\"b;c\"\r\nabc\r\n0;x\r\n\r\n",
                "1\r\na\r\n02\r\nbc\r\n000\r\nX-Checksum: 7\r\nX-B: c\r\n\r\n"
            })
    void chunkExtensionsAndTrailersAreIgnored(String chunks) throws IOException {
        String head = "POST /body HTTP/1.1\r\nHost: localhost\r\n";
        try (RawClient raw = new RawClient(server.port())) {
            raw.send(head + "Transfer-Encoding: chunked\r\n\r\n" + chunks + head
                    + "Connection: close\r\nContent-Length: 4\r\n\r\nabcd");

            assertThat(raw.readToEnd())
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\r\n\r\n3HTTP/1.1 200 ")
                    .endsWith("\r\n\r\n4");
        }
    }

    @Test
    void aTrailerWithoutEndIsRefused() throws IOException {
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("POST /strict-body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\nabc\r\n0\r\n"
                    + "X-A: b\r\n".repeat(10_000));

            assertThat(raw.line()).startsWith("HTTP/1.1 ").doesNotContain(" 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET http://nas:81/a/b?c=d HTTP/1.1", "GET HTTP://nas:81/a/b?c=d HTTP/1.0"})
    void theHostOfAnAbsoluteTargetIsUsed(String line) throws IOException {
        assertThat(RawClient.exchange(server.port(), line + "\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .endsWith("GET /a/b?c=d http://nas:81 127.0.0.1");
    }

    @Test
    void anAbsoluteTargetIsValidatedLikeAHost() throws IOException {
        String end = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertThat(RawClient.exchange(server.port(), "GET http://evil.example/a" + end))
                .startsWith("HTTP/1.1 421 ");
        assertThat(RawClient.exchange(server.port(), "GET http://nas@evil.example/a" + end))
                .startsWith("HTTP/1.1 421 ");
        assertThat(RawClient.exchange(server.port(), "GET http://nas" + end)).endsWith("GET /? http://nas 127.0.0.1");
        assertThat(RawClient.exchange(server.port(), "GET http://nas/a HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?a=b", "#a", "?", "a", "a/b", "http:", "**"})
    void aTargetWithoutPathAndAuthorityIsRejected(String target) throws IOException {
        for (String method : List.of("GET", "POST", "OPTIONS")) {
            assertThat(RawClient.exchange(
                            server.port(),
                            method + " " + target
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                    .as(method)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("request cannot be read");
        }
    }

    /// The line of the access log, which is written after the response.
    private AccessLog.Entry logged() {
        while (log.isEmpty()) {
            Thread.onSpinWait();
        }
        return log.getFirst();
    }

    private Response exchange(String httpMethod, String path, String version, String connection, String encoding)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(15_000);
            String request = httpMethod + " " + path + " " + version + "\r\nHost: localhost\r\n"
                    + (connection.isEmpty() ? "" : "Connection: " + connection + "\r\n")
                    + (encoding.isEmpty() ? "" : "Accept-Encoding: " + encoding + "\r\n")
                    + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return Response.read(socket.getInputStream(), httpMethod.equals("HEAD"));
        }
    }

    /// A response, parsed strictly by RFC 9112.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Response(int status, Map<String, String> header, byte[] body, boolean closed) {

        static Response read(InputStream in, boolean head) throws IOException {
            List<String> lines = new ArrayList<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                lines.add(line);
            }
            Map<String, String> header = new TreeMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] field = line.split(": ", 2);
                assertThat(header.put(field[0].toLowerCase(Locale.ROOT), field[1]))
                        .as(line)
                        .isNull();
            }
            byte[] body = head ? new byte[0] : body(in, header);
            boolean closing = header.containsKey("connection");
            if (closing) {
                assertThat(in.read()).as("nothing after the body").isEqualTo(-1);
            }
            return new Response(Integer.parseInt(lines.getFirst().split(" ", 3)[1]), header, body, closing);
        }

        private static byte[] body(InputStream in, Map<String, String> header) throws IOException {
            if (header.containsKey("content-length")) {
                assertThat(header).doesNotContainKey("transfer-encoding");
                return exactly(in, Integer.parseInt(header.get("content-length")));
            }
            if (!header.containsKey("transfer-encoding")) {
                assertThat(header).containsEntry("connection", "close");
                return in.readAllBytes();
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                body.writeBytes(exactly(in, size));
                assertThat(line(in)).isEmpty();
            }
            assertThat(line(in)).isEmpty();
            return body.toByteArray();
        }

        private static byte[] exactly(InputStream in, int length) throws IOException {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return bytes;
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int sign = in.read(); sign != '\n'; sign = in.read()) {
                if (sign < 0) {
                    throw new EOFException();
                }
                line.append((char) sign);
            }
            return line.toString().strip();
        }

        String text() throws IOException {
            boolean packed = header.getOrDefault("content-encoding", "").equals("gzip") && body.length > 0;
            return new String(
                    packed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body,
                    StandardCharsets.UTF_8);
        }
    }
}
