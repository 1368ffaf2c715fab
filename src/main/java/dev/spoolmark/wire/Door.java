package dev.spoolmark.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProtocolConfigs;
import io.helidon.webserver.Router;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionProvider;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// The door to the network: the only class that knows the HTTP library.
///
/// The library's own table of paths is left empty but for one handler. It would answer 404 to a slash at the end, to
/// HEAD and to `%2F`, which clients of the first API send.
public final class Door implements AutoCloseable {

    /// The library refuses more than this on its own, with a status less fitting than ours.
    private static final int LIBRARY_HEADER_BYTES = 4 * Limits.HEADER_BYTES;

    /// The library ends whatever takes longer, working or not; the finer limits are ours.
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    /// The library leaves those who are too many waiting; a few more are let through to it, to be sent away at once.
    private static final int CONNECTIONS_SENT_AWAY = 64;

    private static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");
    private static final int VALUES_KEPT = 32;
    private static final Map<String, Map<String, Header>> FIELDS = new ConcurrentHashMap<>();

    private static final ScopedValue<Connection> CONNECTION = ScopedValue.newInstance();

    private final WebServer server;
    private final Porter porter;
    private final Semaphore places;

    /// @param log is told of every request that has its answer
    public Door(DoorSettings settings, List<Dialect> dialects, Consumer<AccessLog.Entry> log) {
        this(settings, dialects, log, InstantSource.system());
    }

    Door(DoorSettings settings, List<Dialect> dialects, Consumer<AccessLog.Entry> log, InstantSource clock) {
        addNothing();
        porter = new Porter(settings, dialects, log, clock);
        places = new Semaphore(settings.maxConnections());
        server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .concurrencyLimitDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new Doorway())
                // Without it the end of a streamed answer may wait 40 ms for the client to confirm what came before.
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .idleConnectionTimeout(LONGEST_REQUEST)
                .shutdownGracePeriod(Limits.DRAIN)
                .maxTcpConnections(settings.maxConnections() + CONNECTIONS_SENT_AWAY)
                .directHandlers(this::refuseEverywhere)
                .routing(routing -> routing.any(this::receive))
                .build();
    }

    /// The library looks through every jar for parts that add themselves to it, at a fifth of a start; we want none.
    private static void addNothing() {
        if (!GlobalServiceRegistry.configured()) {
            ServiceRegistryConfig nothing = ServiceRegistryConfig.builder()
                    .discoverServices(false)
                    .discoverServicesFromServiceLoader(false)
                    .build();
            GlobalServiceRegistry.registry(
                    ServiceRegistryManager.create(nothing).registry());
        }
    }

    @SuppressWarnings("removal") // the only way there is to turn its own log off
    private static Http1Config http() {
        return Http1Config.builder()
                .maxPrologueLength(Limits.REQUEST_LINE_BYTES + 1) // the library refuses the limit itself
                .maxHeadersSize(LIBRARY_HEADER_BYTES)
                .validatePath(false)
                .validatePrologue(false)
                .validateResponseHeaders(false)
                .continueImmediately(false)
                .receiveLog(false) // it would tell whole headers, passwords in them, to whoever turns its logger up
                .sendLog(false)
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

    public Crowd crowd() {
        return porter.crowd();
    }

    /// Lets nobody in any more, and waits a while for those inside.
    @Override
    public void close() {
        server.stop();
        porter.close();
    }

    private void receive(ServerRequest request, ServerResponse response) {
        Connection connection = CONNECTION.get();
        connection.begin();
        // The library itself goes on to wait for a next request, whatever the header said.
        boolean reusable = porter.receive(arrival(connection, request), new LibraryOutlet(response));
        connection.end();
        if (!reusable) {
            throw new CloseConnectionException("nothing more is expected on this connection");
        }
    }

    private static Arrival arrival(Connection connection, ServerRequest request) {
        Fields header = new Fields();
        for (Header field : request.headers()) {
            if (field.valueCount() == 1) {
                header.add(field.headerName().lowerCase(), field.get());
            } else {
                field.allValues().forEach(value -> header.add(field.headerName().lowerCase(), value));
            }
        }
        return new Arrival(
                connection,
                request.prologue().method().text(),
                request.prologue().uriPath().rawPath(),
                request.prologue().query().rawValue(),
                header,
                () -> request.content().inputStream());
    }

    private static InetAddress address(PeerInfo peer) {
        return peer.address() instanceof InetSocketAddress socket && socket.getAddress() != null
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /// Where new connections come in. The library has no settings for how many one address may have and for how long a
    /// header may take, but lets us stand between it and its connections.
    private final class Doorway implements ServerConnectionSelector {

        private final ServerConnectionSelector http =
                new Http1ConnectionProvider().create("http_1_1", http(), ProtocolConfigs.create(List.of()));

        @Override
        public int bytesToIdentifyConnection() {
            return http.bytesToIdentifyConnection();
        }

        @Override
        public Support supports(BufferData data) {
            return http.supports(data);
        }

        @Override
        public Set<String> supportedApplicationProtocols() {
            return http.supportedApplicationProtocols();
        }

        @Override
        public ServerConnection connection(ConnectionContext context) {
            WatchedContext watched = new WatchedContext(context);
            return new WatchedConnection(watched, http.connection(watched));
        }
    }

    private final class WatchedConnection implements ServerConnection {

        private final WatchedContext context;
        private final ServerConnection connection;

        WatchedConnection(WatchedContext context, ServerConnection connection) {
            this.context = context;
            this.connection = connection;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            if (!places.tryAcquire()) {
                return;
            }
            try {
                porter.connections().admit(address(context.remotePeer()), entered -> talk(entered, limit));
            } finally {
                places.release();
            }
        }

        private void talk(Connection entered, Limit limit) throws InterruptedException {
            ScopedValue.where(CONNECTION, entered).call(() -> {
                connection.handle(limit);
                return entered;
            });
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt);
        }
    }

    /// The library's view of a connection, but what is read goes past us.
    private final class WatchedContext implements ConnectionContext {

        private final ConnectionContext context;
        private final DataReader reader;

        WatchedContext(ConnectionContext context) {
            this.context = context;
            this.reader = DataReader.create(this::read);
        }

        private byte[] read() {
            Connection connection = CONNECTION.get();
            boolean begun = reader.available() > 0;
            byte[] bytes = connection.read(begun, this::more);
            while (!begun && connection.isBetween() && porter.turnAway(connection, bytes, this::write)) {
                bytes = connection.read(false, this::more);
            }
            return bytes;
        }

        private void write(byte[] answer) {
            try {
                context.dataWriter().writeNow(BufferData.create(answer));
            } catch (RuntimeException gone) {
                throw new CloseConnectionException("the client went away", gone);
            }
        }

        private byte[] more() {
            DataReader source = context.dataReader();
            source.ensureAvailable();
            return source.readBytes(source.available());
        }

        @Override
        public DataReader dataReader() {
            return reader;
        }

        @Override
        public DataWriter dataWriter() {
            return context.dataWriter();
        }

        @Override
        public ListenerContext listenerContext() {
            return context.listenerContext();
        }

        @Override
        public ExecutorService executor() {
            return context.executor();
        }

        @Override
        public Router router() {
            return context.router();
        }

        @Override
        public PeerInfo remotePeer() {
            return context.remotePeer();
        }

        @Override
        public PeerInfo localPeer() {
            return context.localPeer();
        }

        @Override
        public boolean isSecure() {
            return context.isSecure();
        }

        @Override
        public String socketId() {
            return context.socketId();
        }

        @Override
        public String childSocketId() {
            return context.childSocketId();
        }
    }

    private record LibraryOutlet(ServerResponse response) implements Outlet {

        @Override
        public void send(int status, AnswerHeader header, byte[] body) {
            begin(status, header);
            response.send(body);
        }

        @Override
        public OutputStream open(int status, AnswerHeader header) {
            begin(status, header);
            return response.outputStream();
        }

        private void begin(int status, AnswerHeader header) {
            response.status(Status.create(status));
            header.forEach((name, value) -> response.header(field(name, value)));
        }
    }

    /// Nearly all fields of an answer are the same from one answer to the next, and checking their letters anew each
    /// time was the first cost in the profile. What differs every time is made every time.
    private static Header field(String name, String value) {
        return switch (name) {
            case "X-Request-Id" -> HeaderValues.create(REQUEST_ID, value);
            case "Content-Length" -> HeaderValues.create(HeaderNames.CONTENT_LENGTH, value);
            default -> kept(name, value);
        };
    }

    private static Header kept(String name, String value) {
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
        Status told = isUnread(status) ? Status.BAD_REQUEST_400 : status;
        var answer = DirectHandler.TransportResponse.builder().status(told).keepAlive(false);
        porter.bareHeader().forEach((name, value) -> answer.header(HeaderNames.create(name), value));
        return answer.entity(FailureReply.body(words(told.code()))).build();
    }

    /// The library takes a header that breaks off, or a verb with strange letters, for a failure of its own.
    private static boolean isUnread(Status status) {
        return status.code() == Status.INTERNAL_SERVER_ERROR_500.code()
                && CONNECTION.isBound()
                && !CONNECTION.get().isWorking();
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
