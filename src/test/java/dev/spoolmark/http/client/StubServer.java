package dev.spoolmark.http.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.ssl.SSLContexts;

/// A stub of an external server on loopback. It sends the configured responses and records the requests.
public final class StubServer implements AutoCloseable {

    /// A recorded request.
    public record RecordedRequest(String line, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /// The response to a request.
    @FunctionalInterface
    public interface StubResponse {

        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final String scheme;
    private volatile StubResponse otherwise = status(404);
    private final Map<String, StubResponse> responses = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public StubServer() {
        this(StubServer::plain, "http");
    }

    private StubServer(Callable<HttpServer> made, String scheme) {
        this.scheme = scheme;
        try {
            server = made.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::respond);
        server.start();
    }

    private static HttpServer plain() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /// A stub with a self-signed certificate.
    public static StubServer unsigned() {
        return new StubServer(
                () -> {
                    HttpsServer server =
                            HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                    server.setHttpsConfigurator(new HttpsConfigurator(new SelfSignedCertificate("localhost").shown()));
                    return server;
                },
                "https");
    }

    /// Upstream clients with timeouts of some tenths of a second.
    public static UpstreamClientFactory impatient(InstantSource clock) {
        return clients(
                clock, new UpstreamTimeouts(Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofMillis(700)));
    }

    /// Clients that wait for servers on a busy machine.
    public static UpstreamClientFactory patient(InstantSource clock) {
        Duration time = Duration.ofSeconds(20);
        return clients(clock, new UpstreamTimeouts(time, time, time));
    }

    private static UpstreamClientFactory clients(InstantSource clock, UpstreamTimeouts timeouts) {
        return new UpstreamClientFactory(
                "Spoolmark/1.2.3", timeouts, HostResolver.system(), SSLContexts::createDefault, clock);
    }

    public String address() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The stub as a target that is allowed on loopback.
    public UpstreamDestination destination() {
        return destination(PrivateAddressAllowlist.HOME_NETWORKS);
    }

    public UpstreamDestination destination(PrivateAddressAllowlist allowed) {
        return new UpstreamDestination("stub", URI.create(address()), List.of(), allowed, 1_000, Duration.ofSeconds(1));
    }

    /// Configures the response to this exact path and query.
    public StubServer on(String target, StubResponse response) {
        responses.put(target, response);
        return this;
    }

    public StubServer on(String target, String json) {
        return on(target, json(json));
    }

    /// Configures the response to all other requests.
    public StubServer otherwise(StubResponse response) {
        otherwise = response;
        return this;
    }

    public void remove(String target) {
        responses.remove(target);
    }

    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    public List<String> lines() {
        return requests.stream().map(RecordedRequest::line).toList();
    }

    public static StubResponse json(String body) {
        return body(200, "application/json; charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    public static StubResponse status(int status, String... header) {
        return exchange -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    public static StubResponse body(int status, String type, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    public static StubResponse redirect(String location) {
        return status(302, "Location", location);
    }

    /// As many bytes as the client reads, without a declared length.
    public static StubResponse endless(String begin, long bytes) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = " ".repeat(65_536).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(begin.getBytes(StandardCharsets.UTF_8));
                for (long sent = 0; sent < bytes; sent += block.length) {
                    out.write(block);
                }
            }
        };
    }

    public static StubResponse packed(byte[] gzip) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            body(200, "application/json", gzip).to(exchange);
        };
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// Sends no response until the stub is closed.
    public StubResponse silence() {
        return _ -> awaitEnd();
    }

    /// Begins a response and never ends it.
    public StubResponse dripping() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitEnd();
        };
    }

    /// Blocks until the stub is closed.
    public void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new RecordedRequest(
                    exchange.getRequestMethod() + " " + target, Map.copyOf(exchange.getRequestHeaders()), body));
            responses.getOrDefault(target, otherwise).to(exchange);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
