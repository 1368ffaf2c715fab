package dev.spoolmark.wire;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The door to the network: the only class that knows the HTTP library.
///
/// The library's own table of paths is left empty but for one handler. It would answer 404 to a slash at the end, to
/// HEAD and to `%2F`, which clients of the first API send.
public final class Door implements AutoCloseable {

    /// The library refuses more than this on its own, with a status less fitting than ours.
    private static final int LIBRARY_HEADER_BYTES = 4 * Limits.HEADER_BYTES;

    /// The library ends whatever takes longer, working or not; the finer limits are ours.
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    private static final int VALUES_KEPT = 32;
    private static final Map<String, Map<String, Header>> FIELDS = new ConcurrentHashMap<>();

    private final WebServer server;
    private final Porter porter;

    public Door(DoorSettings settings, List<Dialect> dialects, AccessLog log) {
        porter = new Porter(settings, dialects, log, InstantSource.system());
        server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addProtocol(http())
                .connectionOptions(socket -> socket.readTimeout(Limits.KEEP_ALIVE))
                .idleConnectionTimeout(LONGEST_REQUEST)
                .shutdownGracePeriod(Limits.DRAIN)
                .maxTcpConnections(settings.maxConnections())
                .directHandlers(this::refuseEverywhere)
                .routing(routing -> routing.any(this::receive))
                .build();
    }

    private static Http1Config http() {
        return Http1Config.builder()
                .maxPrologueLength(Limits.REQUEST_LINE_BYTES + 1) // the library refuses the limit itself
                .maxHeadersSize(LIBRARY_HEADER_BYTES)
                .validatePath(false)
                .validatePrologue(false)
                .validateResponseHeaders(false)
                .continueImmediately(false)
                .build();
    }

    public void start() {
        server.start();
        porter.start();
    }

    /// The port that is listened on, also when the settings left the choice to the system.
    public int port() {
        return server.port();
    }

    /// Lets nobody in any more, and waits a while for those inside.
    @Override
    public void close() {
        server.stop();
        porter.close();
    }

    private void receive(ServerRequest request, ServerResponse response) {
        // The library itself goes on to wait for a next request, whatever the header said.
        if (!porter.receive(arrival(request), new LibraryOutlet(response))) {
            throw new CloseConnectionException("nothing more is expected on this connection");
        }
    }

    private static Arrival arrival(ServerRequest request) {
        Fields header = new Fields();
        for (Header field : request.headers()) {
            if (field.valueCount() == 1) {
                header.add(field.headerName().lowerCase(), field.get());
            } else {
                field.allValues().forEach(value -> header.add(field.headerName().lowerCase(), value));
            }
        }
        return new Arrival(
                request.socketId(),
                request.prologue().method().text(),
                request.prologue().uriPath().rawPath(),
                request.prologue().query().rawValue(),
                header,
                address(request.remotePeer()),
                () -> request.content().inputStream());
    }

    private static InetAddress address(PeerInfo peer) {
        return peer.address() instanceof InetSocketAddress socket && socket.getAddress() != null
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private record LibraryOutlet(ServerResponse response) implements Outlet {

        @Override
        public void send(int status, Map<String, String> header, byte[] body) {
            begin(status, header);
            response.send(body);
        }

        @Override
        public OutputStream open(int status, Map<String, String> header) {
            begin(status, header);
            return response.outputStream();
        }

        private void begin(int status, Map<String, String> header) {
            response.status(Status.create(status));
            header.forEach((name, value) -> response.header(field(name, value)));
        }
    }

    /// Nearly all fields of an answer are the same from one answer to the next, and checking their letters anew each
    /// time was the first cost in the profile. What differs every time is made every time.
    private static Header field(String name, String value) {
        if (name.equals("X-Request-Id") || name.equals("Content-Length")) {
            return HeaderValues.create(HeaderNames.create(name), value);
        }
        Map<String, Header> values = FIELDS.computeIfAbsent(name, first -> new ConcurrentHashMap<>());
        Header known = values.get(value);
        if (known == null) {
            known = HeaderValues.createCached(HeaderNames.create(name), checked(value));
            if (values.size() < VALUES_KEPT) {
                values.put(value, known);
            }
        }
        return known;
    }

    /// The library is told not to look at values again, so a line break must not get past here.
    private static String checked(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a header field of an answer holds a control character");
        }
        return value;
    }

    private void refuseEverywhere(DirectHandlers.Builder handlers) {
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, this::refuse);
        }
    }

    private DirectHandler.TransportResponse refuse(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType type,
            Status status,
            ServerResponseHeaders given,
            String message) {
        var answer = DirectHandler.TransportResponse.builder().status(status).keepAlive(false);
        porter.bareHeader().forEach((name, value) -> answer.header(HeaderNames.create(name), value));
        return answer.entity(FailureReply.body(words(status.code()))).build();
    }

    private static String words(int status) {
        return switch (status) {
            case 413 -> "request is too large";
            case 414 -> "request line is too long";
            case 501 -> "that transfer encoding is not known here";
            case 505 -> "only HTTP/1.1 is spoken here";
            default -> status < 500 ? "request cannot be read" : "something went wrong on our side";
        };
    }
}
