package dev.spoolmark.http;

import dev.spoolmark.core.AdjustableClock;
import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.http.body.BodyBudgets;
import dev.spoolmark.http.body.HelidonContentDecoding;
import dev.spoolmark.http.overload.ServerLoad;
import dev.spoolmark.http.response.SpoolFiles;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import io.helidon.webserver.WebServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An HTTP/1.1 server on one port: configures, starts and stops Helidon and listens again when
/// the listener ends. Requests pass [RequestPipeline].
public final class HttpServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());

    /// Helidon ends any longer request; the finer limits are ours.
    private static final Duration MAX_REQUEST_TIME = Duration.ofMinutes(10);

    /// Helidon lets connections above its limit wait. It gets a few more than ours, which we close at once.
    private static final int MAX_CONNECTIONS_CLOSED_TOGETHER = 64;

    /// Incomplete requests are rejected at this fraction of the drain time before its end.
    private static final int REJECTED_BEFORE_END = 10;

    private static final Duration LISTENER_CHECK = Duration.ofSeconds(2);

    private final HttpServerConfig config;
    private final Duration drain;
    private final ListenerCheck listener;
    private final RequestPipeline pipeline;
    private final HelidonAcceptedSockets sockets = new HelidonAcceptedSockets();
    private final HelidonConnections connections;
    private final HelidonErrors errors;
    private WebServer server;
    private @Nullable BackgroundTask listening;

    /// @param handlers for each request the first that matches is used
    /// @param log receives every request that has its response
    /// @param spool directory for large request bodies and for what slow clients have not read of long responses
    public HttpServer(
            HttpServerConfig settings, List<RequestHandler> handlers, Consumer<AccessLog.Entry> log, Path spool) {
        this(settings, handlers, log, spool, AdjustableClock.ofThisMachine(), HttpLimits.DRAIN);
    }

    HttpServer(
            HttpServerConfig settings,
            List<RequestHandler> handlers,
            Consumer<AccessLog.Entry> log,
            Path spool,
            InstantSource clock,
            Duration drain) {
        disableServiceDiscovery();
        this.config = settings;
        this.drain = drain;
        pipeline = new RequestPipeline(
                settings,
                handlers,
                log,
                clock,
                new BodyBudgets(spool, settings.bodyBudget()),
                new SpoolFiles(spool, HttpLimits.RESPONSE_FILE_BYTES));
        connections =
                new HelidonConnections(pipeline, sockets, new HelidonRouting(pipeline), settings.maxConnections());
        errors = new HelidonErrors(pipeline);
        listener = new ListenerCheck(settings.host());
        TemporaryFiles.deleteLeft(spool);
        server = server(settings.port());
    }

    private WebServer server(int port) {
        return WebServer.builder()
                .host(config.host())
                .port(port)
                .shutdownHook(false)
                .contentEncoding(new HelidonContentDecoding())
                .featuresDiscoverServices(false)
                .concurrencyLimitDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(connections)
                .connectionOptions(sockets)
                .idleConnectionTimeout(MAX_REQUEST_TIME)
                .shutdownGracePeriod(drain)
                .maxTcpConnections(config.maxConnections() + MAX_CONNECTIONS_CLOSED_TOGETHER)
                .directHandlers(errors::addTo)
                .build();
    }

    /// Helidon searches every jar for extensions, which takes a fifth of the start; we use none.
    private static void disableServiceDiscovery() {
        if (!GlobalServiceRegistry.configured()) {
            ServiceRegistryConfig noServices = ServiceRegistryConfig.builder()
                    .discoverServices(false)
                    .discoverServicesFromServiceLoader(false)
                    .build();
            GlobalServiceRegistry.registry(
                    ServiceRegistryManager.create(noServices).registry());
        }
    }

    /// Starts to listen.
    ///
    /// @param tasks runs the checks of connections and listener
    public void start(BackgroundTasks tasks) {
        pipeline.start(tasks);
        server.start();
        if (server.port() > 0) {
            listening = tasks.every("listener", LISTENER_CHECK, LISTENER_CHECK, this::listenAgain);
        }
    }

    /// Replaces a listener that has ended. It fails while the port cannot be opened, and is repeated.
    private void listenAgain() {
        int port = port();
        if (sockets.acceptorHasEnded()) {
            closePort();
        } else if (!listener.isRefused(port)) {
            return;
        }
        LOG.log(System.Logger.Level.ERROR, () -> "port " + port + " accepts no connections any more: listening again");
        WebServer again = server(port);
        again.start();
        if (again.port() <= 0) {
            throw new IllegalStateException("port " + port + " cannot be listened on");
        }
        sockets.clearAcceptor();
        replace(again);
    }

    /// A thread that ends by an error, for example because a class cannot be loaded, leaves its port open:
    /// clients can connect and never get a response. Stopping that server closes the port at once, and then
    /// waits forever.
    private void closePort() {
        Thread.ofVirtual().name("closing-port").start(server()::stop);
    }

    private void rejectIncomplete() {
        try {
            Thread.sleep(drain.minus(drain.dividedBy(REJECTED_BEFORE_END)));
            connections.endInput();
        } catch (InterruptedException stopped) {
            // All requests have their response.
        }
    }

    private synchronized void replace(WebServer again) {
        server = again;
    }

    private synchronized WebServer server() {
        return server;
    }

    /// The port that the server listens on, also when the configuration left the choice to the system.
    public int port() {
        return server().port();
    }

    public ServerLoad load() {
        return pipeline.load();
    }

    /// Accepts no more connections, and waits up to [HttpLimits#DRAIN] for requests in progress. A request whose
    /// body is incomplete shortly before the end of this time gets 503.
    @Override
    public void close() {
        if (listening != null) {
            listening.close();
        }
        pipeline.stopping();
        if (sockets.acceptorHasEnded()) {
            closePort();
        } else {
            Thread rejection = Thread.ofVirtual().name("incomplete-requests").start(this::rejectIncomplete);
            server().stop();
            rejection.interrupt();
        }
        pipeline.close();
    }
}
