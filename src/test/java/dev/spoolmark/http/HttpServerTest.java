package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.AdjustableClock;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.core.CidrSet;
import dev.spoolmark.core.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Behaviour of the HTTP server; its limits are in [RequestLimitsTest].
@Timeout(60)
class HttpServerTest {

    private static final String END = "Host: localhost\r\nConnection: close\r\n\r\n";

    @TempDir
    private Path spool;

    private final EchoHandler handler = new EchoHandler();
    private final StringWriter log = new StringWriter();
    private final AccessLog accessLog = AccessLog.to(log, BackgroundTasks.plain());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer server;

    @BeforeEach
    void open() {
        server = new HttpServer(settings(64, 100, "*"), List.of(handler), accessLog::add, spool);
        server.start(BackgroundTasks.plain());
    }

    @AfterEach
    void close() {
        handler.leave.countDown();
        server.close();
        accessLog.close();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/b/",
                "//a///b",
                "/a%2Fb/c%20d",
                "/a;b=c/d",
                "/a/../b/./c",
                "/a+b",
                "/%",
                "/%zz",
                "/a|b{c}",
                "/?a=b=c&d",
                "/a??b=%&c[]=1",
                "/"
            })
    void pathAndQueryArePassedUnchanged(String body) throws Exception {
        String response = sendRaw("GET " + body + " HTTP/1.1\r\n" + END);

        String expected = body.indexOf('?') < 0 ? body + "?" : body;
        assertThat(response).endsWith("GET " + expected + " http://localhost 127.0.0.1");
    }

    @Test
    void headReturnsTheHeadersOfGetWithoutABody() throws Exception {
        for (String path : List.of("/long", "/stream")) {
            HttpResponse<String> head = send(request(path).HEAD());

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("Content-Length")).contains("50000");
        }
    }

    @Test
    void everyResponseHasTheSecurityHeaders() throws Exception {
        HttpResponse<String> response = send(request("/a"));

        assertThat(response.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("cross-origin-resource-policy", List.of("cross-origin"))
                .containsEntry("content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("access-control-allow-origin", List.of("*"))
                .containsEntry("vary", List.of("Accept-Encoding"))
                .containsKey("x-request-id")
                .doesNotContainKey("server")
                .doesNotContainKey("strict-transport-security");
        assertThat(send(request("/long")).headers().allValues("cache-control")).containsExactly("max-age=60");
    }

    @Test
    void corsPreflightRequestsAreAnswered() throws Exception {
        HttpResponse<String> response = send(request("/a").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Authorization, Content-Type");
    }

    @ParameterizedTest
    @CsvSource({
        "/long, gzip, true",
        "/stream, 'br, gzip;q=0.5', true",
        "/long, *, true",
        "/long, 'gzip;q=0', false",
        "/long, 'gzip;q=0, *', false",
        "/long, identity, false",
        "/a, gzip, false",
        "/picture, gzip, false"
    })
    void responsesAreCompressedIfTheClientAcceptsIt(String path, String accepted, boolean packed) throws Exception {
        HttpResponse<byte[]> response =
                client.send(request(path).header("Accept-Encoding", accepted).build(), BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding").isPresent())
                .isEqualTo(packed);
        if (packed) {
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
            assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo("long ".repeat(10_000));
        }
    }

    @Test
    void bodiesAreReadUpToTheLimitOfTheMethod() throws Exception {
        assertThat(post("/body", EchoHandler.BODY_LIMIT).body()).isEqualTo("300000");
        assertThat(post("/body", EchoHandler.BODY_LIMIT + 1).body()).isEqualTo("TooBig[limit=300000, unit=bytes]");
        assertThat(post("/body", 0).body()).isEqualTo("0");
        assertThat(chunked(EchoHandler.BODY_LIMIT).body()).isEqualTo("300000");
        assertThat(chunked(EchoHandler.BODY_LIMIT + 1).body()).isEqualTo("TooBig[limit=300000, unit=bytes]");
    }

    @Test
    void theConnectionStaysOpenIfLittleOfTheBodyIsUnread() throws Exception {
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("POST /unread HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello");
            raw.send("GET /a HTTP/1.1\r\n" + END);

            assertThat(raw.readToEnd()).contains("no thanks").endsWith("GET /a? http://localhost 127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500_000, 40_000_000})
    void theConnectionIsClosedIfMuchOfTheBodyIsUnread(int bytes) throws Exception {
        String response = sendRaw("POST /unread HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + bytes + "\r\n\r\n"
                + "a".repeat(bytes));

        assertThat(response).contains("Connection: close").endsWith("no thanks");
    }

    @Test
    void aClientThatExpectsContinueGetsIt() throws Exception {
        String head = " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n";
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("POST /body" + head);
            assertThat(raw.line()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(raw.line()).isEmpty();
            raw.send("abc");
            assertThat(raw.line()).isEqualTo("HTTP/1.1 200 OK");
        }
        assertThat(sendRaw("POST /unread" + head)).startsWith("HTTP/1.1 200 OK").endsWith("no thanks");
    }

    @Test
    void truncatedBodiesAreRejected() throws Exception {
        assertThat(sendRaw("POST /body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .endsWith("Unreadable[reason=the body was cut off]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Host: localhost~Content-Encoding: br | 415
                    Host: localhost~Content-Encoding: identity | 200
                    Host: localhost~Host: localhost | 400
                    X: y | 400
                    Host: localhost~Content-Length: 1~Transfer-Encoding: chunked | 400
                    Host: localhost~Content-Length: 0~Content-Length: 1 | 400
                    Host: localhost~Content-Length: a | 400
                    Host: localhost~Content-Length: -1 | 400
                    Host: localhost~Transfer-Encoding: gzip, chunked | 501
                    Host: localhost~Bad : field | 400
                    Host: evil.example | 421
                    Host: trakt.tv.evil.example | 421
                    Host: eviltrakt.tv | 421
                    Host: api.trakt.tv | 200
                    Host: home.example | 200
                    Host: [::1]:80 | 200
                    """)
    void invalidHeadersAreRejected(String fields, int status) throws Exception {
        String response =
                sendRaw("GET /a HTTP/1.1\r\n" + fields.replace("~", "\r\n") + "\r\nConnection: close\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 " + status + " ");
        if (status != 200) {
            assertThat(response)
                    .contains("{\"error\":\"", "X-Content-Type-Options: nosniff", "X-Request-Id: ")
                    .doesNotContain("evil");
        }
    }

    @Test
    void largeHeadersAreRejected() throws Exception {
        String field = "A: " + "b".repeat(8000) + "\r\n";
        assertThat(sendRaw("GET / HTTP/1.1\r\n" + field.repeat(2) + END)).startsWith("HTTP/1.1 200 ");
        assertThat(sendRaw("GET / HTTP/1.1\r\n" + field.repeat(3) + END)).startsWith("HTTP/1.1 431 ");
        assertThat(sendRaw("GET / HTTP/1.1\r\n" + field.repeat(9) + END)).matches("(?s)HTTP/1.1 4.*\\{\"error\":.*");
    }

    @Test
    void rejectionsOfTheLibraryHaveAnErrorBody() throws Exception {
        assertThat(sendRaw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ").endsWith("\"request cannot be read\"}");
        for (String version : List.of("HTTP/2.0", "HTTP/0.9", "HTTP/1.2", "HTTP/3")) {
            assertThat(sendRaw("GET / " + version + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 505 ")
                    .contains("\"error\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P\u009eST / HTTP/1.1\r\n" + END, "GET / HTTP/1.1\r\nHo\u0000st: x\r\n" + END})
    void malformedRequestsGet400(String request) throws Exception {
        assertThat(RawClient.exchange(server.port(), request)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aTruncatedHeaderGets400() throws Exception {
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("GET / HTTP/1.1\r\nHost: local");
            raw.end();

            assertThat(raw.readToEnd()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void anInternalErrorReturnsOnlyARequestId() throws Exception {
        for (String path : List.of("/fault", "/early")) {
            HttpResponse<String> response = send(request(path));

            assertThat(response.statusCode()).isEqualTo(500);
            String id = response.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(response.body()).isEqualTo("{\"error\":\"something went wrong on our side (" + id + ")\"}");
        }
    }

    @Test
    void theConnectionIsResetIfAResponseIsIncomplete() {
        assertThatThrownBy(() -> send(request("/late"))).isInstanceOf(IOException.class);
    }

    @Test
    void aPathWithoutHandlerGets404() throws Exception {
        assertThat(send(request("/nowhere")).statusCode()).isEqualTo(404);
    }

    @Test
    void requestsBeyondTheQueueCapacityGet503() throws Exception {
        reopen(settings(1, 0, "*"));
        CompletableFuture<HttpResponse<String>> first =
                client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        handler.arrived.await();

        HttpResponse<String> second = send(request("/a"));
        handler.leave.countDown();

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("Retry-After")).contains("2");
        assertThat(second.body()).contains("server is over capacity");
        assertThat(first.get().body()).isEqualTo("done");
        assertThat(send(request("/a")).statusCode()).isEqualTo(200);
    }

    @Test
    void earlyAndLateRejectionsAreTheSame() throws Exception {
        reopen(settings(1, 0, "*"));
        CompletableFuture<HttpResponse<String>> first =
                client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        handler.arrived.await();

        try (RawClient raw = new RawClient(server.port())) {
            raw.send("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc");
            List<String> doorstep = lines(raw);
            raw.send("GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
            List<String> inside = lines(raw);
            handler.leave.countDown();
            first.join();
            raw.send("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(doorstep).contains("Retry-After: 2").containsExactlyInAnyOrderElementsOf(inside);
            assertThat(raw.line()).isEqualTo("HTTP/1.1 200 OK");
        }
        accessLog.close();
        assertThat(log.toString()).contains("method=POST route=- status=503").contains("method=GET route=- status=503");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Connection: keep-alive\r\n"})
    void aRequestThatIsRejectedEarlyGetsTheErrorBodyOfItsHandler(String field) throws Exception {
        server.close();
        server = new HttpServer(settings(1, 0, "*"), List.of(new OwnErrors(), handler), accessLog::add, spool);
        server.start(BackgroundTasks.plain());
        CompletableFuture<HttpResponse<String>> first =
                client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        handler.arrived.await();

        try (RawClient raw = new RawClient(server.port())) {
            raw.send("GET /own HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\n");
            List<String> own = lines(raw);
            raw.send("GET /a HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\n");
            List<String> other = lines(raw);

            assertThat(own).contains("HTTP/1.1 503 Service Unavailable", "{\"own\":\"Overloaded\"");
            assertThat(other)
                    .contains("HTTP/1.1 503 Service Unavailable", "{\"error\":\"server is over capacity\"")
                    .doesNotContainAnyElementsOf(List.of("{\"own\":\"Overloaded\""));
        }
        handler.leave.countDown();
        assertThat(first.join().statusCode()).isEqualTo(200);
    }

    /// A handler with its own error body.
    private static final class OwnErrors implements RequestHandler {

        @Override
        public boolean matches(RequestHead head) {
            return head.rawPath().startsWith("/own");
        }

        @Override
        public Route route(RequestHead head) {
            return request -> Response.empty(204, Map.of());
        }

        @Override
        public Response error(Problem problem) {
            String body = "{\"own\":\"" + problem.getClass().getSimpleName() + "\"}";
            return Response.of(503, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Connection: keep-alive\r\n"})
    void urgentRequestsWaitWhereOthersAreRejected(String field) throws Exception {
        reopen(new HttpServerConfig(
                "127.0.0.1",
                0,
                null,
                List.of(),
                CidrSet.NONE,
                CidrSet.of(List.of("127.0.0.1")),
                List.of(),
                512,
                1,
                1,
                Duration.ofSeconds(15),
                10_000_000));
        CompletableFuture<HttpResponse<String>> first =
                client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        handler.arrived.await();
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(request("/a").build(), BodyHandlers.ofString());
        awaitWaiting(1);

        try (RawClient other = new RawClient(server.port());
                RawClient urgent = new RawClient(server.port())) {
            other.send("GET /b HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\n");
            assertThat(other.line()).startsWith("HTTP/1.1 503");
            urgent.send("GET /urgent HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\n");
            awaitWaiting(2);
            handler.leave.countDown();

            assertThat(urgent.line()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(waiting.join().statusCode()).isEqualTo(200);
        }
    }

    private void awaitWaiting(int count) {
        while (server.load().queued() != count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theFastPathDoesNotParseABodyAsARequest() throws Exception {
        reopen(settings(1, 0, "*"));
        String body = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("POST /unread HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n");
            assertThat(raw.until('k')).startsWith("HTTP/1.1 200");
            CompletableFuture<HttpResponse<String>> first =
                    client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
            handler.arrived.await();

            raw.send(body);
            sendRaw("GET /c HTTP/1.1\r\n" + END); // the body has arrived by then
            handler.leave.countDown();
            first.join();
            raw.send("GET /b HTTP/1.1\r\n" + END);

            assertThat(raw.readToEnd()).contains("GET /b?").doesNotContain("HTTP/1.1 503");
        }
    }

    /// A response with a JSON body, without the values that differ each time.
    private static List<String> lines(RawClient raw) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = raw.line(); !line.isEmpty(); line = raw.line()) {
            if (!line.startsWith("X-Request-Id") && !line.startsWith("Date") && !line.startsWith("Connection")) {
                lines.add(line);
            }
        }
        lines.add(raw.until('}'));
        return lines;
    }

    @Test
    void requestsInProgressAreCompletedBeforeTheServerStops() throws Exception {
        CompletableFuture<HttpResponse<String>> inside =
                client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        handler.arrived.await();
        HttpRequest.Builder late = request("/a");
        Thread closing = Thread.ofVirtual().start(server::close);
        handler.leave.countDown();

        assertThat(inside.get().body()).isEqualTo("done");
        assertThat(closing.join(Duration.ofSeconds(5))).isTrue();
        assertThatThrownBy(() -> send(late)).isInstanceOf(IOException.class);
    }

    @Test
    void nothingRefersToTheHandlersOfAClosedServer() {
        WeakReference<RequestHandler> closed = handlerOfAClosedServer();

        for (int i = 0; i < 100 && closed.get() != null; i++) {
            System.gc();
        }

        assertThat(closed.get()).isNull();
    }

    private WeakReference<RequestHandler> handlerOfAClosedServer() {
        RequestHandler other = new EchoHandler();
        try (HttpServer second = new HttpServer(settings(64, 100, "*"), List.of(other), accessLog::add, spool)) {
            second.start(BackgroundTasks.plain());
        }
        return new WeakReference<>(other);
    }

    @Test
    void onlyAllowedOriginsAreReturned() throws Exception {
        reopen(settings(64, 100, "https://known.example"));

        assertThat(send(request("/a").header("Origin", "https://known.example"))
                        .headers()
                        .map())
                .containsEntry("access-control-allow-origin", List.of("https://known.example"))
                .containsEntry("vary", List.of("Origin, Accept-Encoding"));
        assertThat(send(request("/a").header("Origin", "https://other.example"))
                        .headers()
                        .map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void theAccessLogContainsNoPathAndNoQuery() throws Exception {
        post("/body", EchoHandler.BODY_LIMIT + 1);
        sendRaw("GET /s3cret?s3cret HTTP/1.1\r\n" + END);
        server.close();
        accessLog.close();

        assertThat(log.toString().lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("method=POST route=TooBig status=200 bytes=32 "),
                        line -> assertThat(line).contains("method=GET route=- status=200 ", " address=127.0.0.1"));
        assertThat(log.toString()).doesNotContain("s3cret");
    }

    @Test
    void requestsOfOneAddressAreLimitedUnlessItIsTrusted() throws Exception {
        reopen(settings(64, 100, "*", CidrSet.NONE));
        int max = HttpLimits.REQUESTS_PER_NETWORK.burst();
        List<HttpResponse<String>> responses = new ArrayList<>();
        for (int call = 0; call < 3 * max && responses.isEmpty(); call++) {
            HttpResponse<String> response = send(request("/a"));
            if (response.statusCode() != 200) {
                responses.add(response);
            }
            assertThat(response.statusCode() == 200 || call >= max).isTrue();
        }

        assertThat(responses).singleElement().satisfies(refused -> {
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        });
    }

    @Test
    void slowClientsOfOneNetworkLeaveSpaceForTheBodiesOfOthers() throws Exception {
        reopen(settings(64, 100, "*", CidrSet.NONE));
        List<RawClient> slow = new ArrayList<>();
        try (RawClient other = new RawClient(server.port(), InetAddress.getByName("127.0.0.2"))) {
            for (int client = 0; client < 16; client++) {
                slow.add(new RawClient(server.port()));
                slow.getLast().send(bulk(HttpLimits.BULK_BODY_BYTES, "Expect: 100-continue\r\n"));
                if (client < 4) {
                    assertThat(slow.getLast().line()).isEqualTo("HTTP/1.1 100 Continue");
                }
            }

            other.send(bulk(20_000, "Connection: close\r\n") + "a".repeat(20_000));
            assertThat(other.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("20000");
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
    }

    @Test
    void anIncompleteRequestIsNotAnErrorOfTheClientWhenTheServerStops() throws Exception {
        for (String sent : List.of("GET /a HTTP/1.1\r\nHost: lo", "GET /", "GET /a HTTP/1.1\r\nHost: localhost\r\n")) {
            reopen(settings(64, 100, "*"));
            try (RawClient raw = new RawClient(server.port())) {
                raw.send("GET /first HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(raw.line()).contains("200");
                raw.send(sent);
                server.close();

                assertThat(raw.readToEndOrReset()).doesNotContain("HTTP/1.1 400", "HTTP/1.1 500");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3\r\n\r\nab", "Transfer-Encoding: chunked\r\n\r\n3\r\nab"})
    void anIncompleteBodyGets503WhenTheServerStops(String body) throws Exception {
        server.close();
        server = new HttpServer(
                settings(64, 100, "*"),
                List.of(handler),
                accessLog::add,
                spool,
                AdjustableClock.ofThisMachine(),
                Duration.ofSeconds(2));
        server.start(BackgroundTasks.plain());
        try (RawClient raw = new RawClient(server.port())) {
            raw.send("POST /strict-body HTTP/1.1\r\nHost: localhost\r\n" + body);
            handler.arrived.await();
            server.close();

            assertThat(raw.readToEnd())
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 2", "the server is stopping");
        }
        accessLog.close();
        assertThat(log.toString()).contains("status=503").doesNotContain("status=400");
    }

    private static String bulk(long length, String fields) {
        return "POST /bulk HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n" + fields + "\r\n";
    }

    private void reopen(HttpServerConfig settings) {
        server.close();
        server = new HttpServer(settings, List.of(handler), accessLog::add, spool);
        server.start(BackgroundTasks.plain());
    }

    private static HttpServerConfig settings(int permits, int queue, String origin) {
        return settings(permits, queue, origin, CidrSet.of(List.of("127.0.0.1")));
    }

    private static HttpServerConfig settings(int permits, int queue, String origin, CidrSet trusted) {
        return new HttpServerConfig(
                "127.0.0.1",
                0,
                null,
                List.of("home.example"),
                CidrSet.NONE,
                trusted,
                List.of(origin),
                512,
                permits,
                queue,
                Duration.ofMillis(100),
                10_000_000);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, int bytes) throws Exception {
        return send(request(path).POST(BodyPublishers.ofByteArray(new byte[bytes])));
    }

    @Test
    void aBodyInOneChunkIsRead() throws Exception {
        String chunk = "a".repeat(EchoHandler.BODY_LIMIT);
        String response = sendRaw("POST /body HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + END
                + Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n0\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 200").contains(String.valueOf(chunk.length()));
    }

    /// The library reads a whole chunk, or the line with its size, before it returns any of it.
    @ParameterizedTest
    @ValueSource(strings = {"7000000\r\n", ""})
    void aChunkThatFillsTheMemoryEndsItsConnection(String size) throws Exception {
        try (Socket socket = new Socket("localhost", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /body HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + END + size)
                    .getBytes(StandardCharsets.ISO_8859_1));
            byte[] piece = "1".repeat(64 * 1024).getBytes(StandardCharsets.ISO_8859_1);
            for (long sent = 0; sent < 2 * HttpLimits.CHUNK_MEMORY; sent += piece.length) {
                out.write(piece);
            }
            assertThat(socket.getInputStream().readAllBytes())
                    .startsWith("HTTP/1.1 400".getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException reset) {
            assertThat(reset).isNotNull(); // closed while the rest was on its way
        }
    }

    private HttpResponse<String> chunked(int bytes) throws Exception {
        return send(
                request("/body").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]))));
    }

    private String sendRaw(String request) throws IOException {
        return RawClient.exchange(server.port(), request);
    }
}
