package dev.spoolmark.http;

import dev.spoolmark.core.AdjustableClock;
import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.http.body.BodyStorage;
import dev.spoolmark.http.body.DisabledContentDecoding;
import dev.spoolmark.http.body.ReadAheadBudget;
import dev.spoolmark.http.overload.ServerLoad;
import dev.spoolmark.http.response.SocketResponseSink;
import dev.spoolmark.http.response.SpoolFiles;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.PeerInfo;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
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
import io.helidon.webserver.Routing;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpSecurity;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionProvider;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The door to the network: the only class that knows the HTTP library.
///
/// The library's own table of paths is left empty but for one handler. It would answer 404 to a slash at the end, to
/// HEAD and to `%2F`, which clients of the first API send.
public final class HttpServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());

    /// The library refuses more than this on its own, with a status less fitting than ours.
    private static final int LIBRARY_HEADER_BYTES = 4 * HttpLimits.HEADER_BYTES;

    /// The library ends whatever takes longer, working or not; the finer limits are ours.
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    /// The library leaves those who are too many waiting; a few more are let through to it, to be sent away at once.
    private static final int CONNECTIONS_SENT_AWAY = 64;

    /// How the library shows a request line that ends with a version it does not read.
    private static final Pattern OTHER_VERSION = Pattern.compile("\\S+ \\S+ HTTP/[0-9](\\.[0-9])?/?");

    private static final ScopedValue<ClientConnection> CONNECTION = ScopedValue.newInstance();
    private static final ScopedValue<SocketResponseSink> OUTLET = ScopedValue.newInstance();

    private static final Duration LISTENER_CHECK = Duration.ofSeconds(2);

    private final HttpServerConfig settings;
    private final ListenerCheck listener;
    private WebServer server;
    private @Nullable BackgroundTask listening;
    private final RequestPipeline porter;
    private final Semaphore connectionPermits;
    private final ReadAheadBudget chunks = new ReadAheadBudget(HttpLimits.CHUNK_MEMORY, HttpLimits.CHUNK_OWN_MEMORY);
    private final AcceptedSockets sockets = new AcceptedSockets();
    private final OwnRouting routing = new OwnRouting();

    /// @param log is told of every request that has its answer
    /// @param spool a folder for large request bodies, and for what slow clients have not read of long responses
    public HttpServer(
            HttpServerConfig settings, List<RequestHandler> dialects, Consumer<AccessLog.Entry> log, Path spool) {
        this(settings, dialects, log, spool, AdjustableClock.ofThisMachine());
    }

    HttpServer(
            HttpServerConfig settings,
            List<RequestHandler> dialects,
            Consumer<AccessLog.Entry> log,
            Path spool,
            InstantSource clock) {
        disableServiceDiscovery();
        porter = new RequestPipeline(
                settings,
                dialects,
                log,
                clock,
                new BodyStorage(spool, settings.bodyBudget()),
                new SpoolFiles(spool, HttpLimits.ANSWER_FILE_BYTES));
        connectionPermits = new Semaphore(settings.maxConnections());
        this.settings = settings;
        listener = new ListenerCheck(settings.host());
        TemporaryFiles.deleteLeft(spool);
        server = server(settings.port());
    }

    private WebServer server(int port) {
        return WebServer.builder()
                .host(settings.host())
                .port(port)
                .shutdownHook(false)
                .contentEncoding(new DisabledContentDecoding())
                .featuresDiscoverServices(false)
                .concurrencyLimitDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new GuardedConnectionSelector())
                .connectionOptions(sockets)
                .idleConnectionTimeout(LONGEST_REQUEST)
                .shutdownGracePeriod(HttpLimits.DRAIN)
                .maxTcpConnections(settings.maxConnections() + CONNECTIONS_SENT_AWAY)
                .directHandlers(this::refuseEverywhere)
                .build();
    }

    /// The library looks through every jar for parts that add themselves to it, at a fifth of a start; we want none.
    private static void disableServiceDiscovery() {
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
                .maxPrologueLength(HttpLimits.REQUEST_LINE_BYTES + 1) // the library refuses the limit itself
                .maxHeadersSize(LIBRARY_HEADER_BYTES)
                .validatePath(false)
                .validatePrologue(false)
                .validateResponseHeaders(false)
                .continueImmediately(false)
                .receiveLog(false) // it would tell whole headers, passwords in them, to whoever turns its logger up
                .sendLog(false)
                .build();
    }

    /// Starts to listen.
    ///
    /// @param tasks runs what looks after the connections
    public void start(BackgroundTasks tasks) {
        porter.start(tasks);
        server.start();
        if (server.port() > 0) {
            listening = tasks.every("listener", LISTENER_CHECK, LISTENER_CHECK, this::listenAgain);
        }
    }

    /// Takes the place of a listener that has ended. It fails as long as the port cannot be opened, and is tried
    /// again.
    private void listenAgain() {
        int port = port();
        if (!listener.isRefused(port)) {
            return;
        }
        LOG.log(System.Logger.Level.ERROR, () -> "port " + port + " accepts no connections any more: listening again");
        WebServer again = server(port);
        again.start();
        if (again.port() <= 0) {
            throw new IllegalStateException("port " + port + " cannot be listened on");
        }
        replace(again);
    }

    private synchronized void replace(WebServer again) {
        server = again;
    }

    private synchronized WebServer server() {
        return server;
    }

    /// The port that is listened on, also when the settings left the choice to the system.
    public int port() {
        return server().port();
    }

    public ServerLoad crowd() {
        return porter.crowd();
    }

    /// Lets nobody in any more, and waits a while for those inside.
    @Override
    public void close() {
        if (listening != null) {
            listening.close();
        }
        server().stop();
        porter.close();
    }

    /// Takes every request past the library's own routing, and writes the response past the library: it would give a
    /// streamed response its end only after the connection was closed.
    private final class OwnRouting implements HttpRouting, Router {

        private final HttpSecurity security = HttpSecurity.create();

        @Override
        public void route(ConnectionContext context, RoutingRequest request, RoutingResponse unused) {
            ClientConnection connection = CONNECTION.get();
            connection.startRequest();
            boolean reusable = receive(arrival(connection, request), OUTLET.get());
            connection.endRequest();
            if (!reusable) {
                throw new CloseConnectionException("nothing more is expected on this connection");
            }
            skipBody(request);
        }

        /// The library closes the connection after a failure, which would look like the end of a response.
        private boolean receive(RawRequest rawRequest, SocketResponseSink outlet) {
            try {
                return porter.receive(rawRequest, outlet);
            } finally {
                outlet.resetIncomplete();
            }
        }

        @Override
        public HttpSecurity security() {
            return security;
        }

        /// The library would add a routing of its own, and of the two take any.
        @Override
        public <T extends Routing> T routing(Class<T> type, T other) {
            return type.isInstance(this) ? type.cast(this) : other;
        }

        @Override
        public List<? extends Routing> routings() {
            return List.of(this);
        }

        @Override
        public void beforeStart() {}

        @Override
        public void afterStop() {}

        @Override
        public void afterStart(WebServer started) {}
    }

    /// Reads what is left of a short body. The library would answer a body that breaks off, after our own answer.
    private static void skipBody(ServerRequest request) {
        try {
            if (request.content().hasEntity() && !request.content().consumed()) {
                request.content().consume();
            }
        } catch (RuntimeException cutOff) {
            throw new CloseConnectionException("the rest of the body did not come", cutOff);
        }
    }

    private static RawRequest arrival(ClientConnection connection, ServerRequest request) {
        RequestHeaders header = new RequestHeaders();
        for (Header field : request.headers()) {
            if (field.valueCount() == 1) {
                header.add(field.headerName().lowerCase(), field.get());
            } else {
                field.allValues().forEach(value -> header.add(field.headerName().lowerCase(), value));
            }
        }
        HttpPrologue prologue = request.prologue();
        RequestTarget target = RequestTarget.of(prologue.uriPath().rawPath());
        return new RawRequest(
                connection,
                prologue.method().text(),
                target.path(),
                prologue.query().rawValue(),
                target.authority().map(header::withHost).orElse(header),
                () -> request.content().inputStream());
    }

    private static InetAddress address(PeerInfo peer) {
        return peer.address() instanceof InetSocketAddress socket && socket.getAddress() != null
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /// Where new connections come in. The library has no settings for how many one address may have and for how long
    /// a header may take, but lets us stand between it and its connections.
    private final class GuardedConnectionSelector implements ServerConnectionSelector {

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
            GuardedConnectionContext watched = new GuardedConnectionContext(context);
            return new GuardedConnection(watched, sockets.take(context), http.connection(watched));
        }
    }

    private final class GuardedConnection implements ServerConnection {

        private final GuardedConnectionContext context;
        private final SocketResponseSink outlet;
        private final ServerConnection connection;

        GuardedConnection(GuardedConnectionContext context, SocketResponseSink outlet, ServerConnection connection) {
            this.context = context;
            this.outlet = outlet;
            this.connection = connection;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            if (!connectionPermits.tryAcquire()) {
                return;
            }
            try {
                porter.connections()
                        .admit(address(context.remotePeer()), outlet::cutOff, entered -> talk(entered, limit));
            } finally {
                context.readAhead.close();
                connectionPermits.release();
            }
        }

        private void talk(ClientConnection entered, Limit limit) throws InterruptedException {
            ScopedValue.where(CONNECTION, entered).where(OUTLET, outlet).call(() -> {
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
            if (interrupt) {
                outlet.resetIncomplete();
            }
            connection.close(interrupt);
        }
    }

    /// The library's view of a connection, but what is read goes past us.
    private final class GuardedConnectionContext implements ConnectionContext {

        private final ConnectionContext context;
        private final DataReader reader;
        private final ReadAheadBudget.Share readAhead = chunks.new Share();

        GuardedConnectionContext(ConnectionContext context) {
            this.context = context;
            this.reader = DataReader.create(this::read);
        }

        private byte[] read() {
            ClientConnection connection = CONNECTION.get();
            int collected = reader.available();
            if (!readAhead.resize(collected)) {
                throw new CloseConnectionException("a chunk of a body is too large");
            }
            boolean begun = collected > 0;
            byte[] bytes = connection.read(begun, this::more);
            while (!begun && connection.isIdle() && porter.rejectEarly(connection, bytes, this::write)) {
                bytes = connection.read(false, this::more);
            }
            return !begun && connection.isIdle()
                    ? Http10Upgrade.translate(bytes, connection, this::moreOfHead, this::localAuthority)
                    : bytes;
        }

        private void write(byte[] body) {
            try {
                context.dataWriter().writeNow(BufferData.create(body));
            } catch (RuntimeException gone) {
                throw new CloseConnectionException("the client went away", gone);
            }
        }

        private byte[] moreOfHead() {
            try {
                return CONNECTION.get().read(true, this::more);
            } catch (DataReader.InsufficientDataAvailableException end) {
                return new byte[0];
            }
        }

        private String localAuthority() {
            InetAddress own = address(context.localPeer());
            String host = own.getHostAddress().replaceFirst("%.*", "");
            return (own instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port();
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
            return routing;
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

    /// The sockets of new connections. The library hands them to its options and shows them to nobody else.
    private static final class AcceptedSockets implements SocketOptions {

        private static final int MANY = 1_000;

        private final Map<SocketAddress, SocketChannel> opened = new ConcurrentHashMap<>();

        @Override
        public void configureSocket(SocketChannel socket) {
            try {
                // Without it the end of a response may wait 40 ms for the client to confirm what came before.
                socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
                socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
                socket.setOption(StandardSocketOptions.SO_SNDBUF, HttpLimits.SEND_BUFFER_BYTES);
                if (opened.size() > MANY) {
                    opened.values().removeIf(known -> !known.isOpen());
                }
                opened.put(socket.getRemoteAddress(), socket);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        SocketResponseSink take(ConnectionContext context) {
            SocketChannel socket = opened.remove(context.remotePeer().address());
            if (socket == null) {
                throw new CloseConnectionException("the client went away");
            }
            return new SocketResponseSink(socket);
        }

        @Override
        public Map<SocketOption<?>, Object> socketOptions() {
            return Map.of();
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ZERO;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ZERO;
        }

        @Override
        public Optional<Integer> socketReceiveBufferSize() {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> socketSendBufferSize() {
            return Optional.of(HttpLimits.SEND_BUFFER_BYTES);
        }

        @Override
        public boolean socketReuseAddress() {
            return true;
        }

        @Override
        public boolean socketKeepAlive() {
            return true;
        }

        @Override
        public boolean tcpNoDelay() {
            return true;
        }
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
        if (OTHER_VERSION.matcher(request.protocolVersion()).matches()) {
            told = Status.HTTP_VERSION_NOT_SUPPORTED_505;
        }
        var answer = DirectHandler.TransportResponse.builder().status(told).keepAlive(false);
        porter.bareHeader().forEach((name, value) -> answer.header(HeaderNames.create(name), value));
        return answer.entity(LegacyErrorBody.body(words(told.code()))).build();
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
            case 505 -> "only HTTP/1.1 and HTTP/1.0 are understood here";
            default -> status < 500 ? "request cannot be read" : "something went wrong on our side";
        };
    }
}
