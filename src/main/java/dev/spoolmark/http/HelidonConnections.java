package dev.spoolmark.http;

import dev.spoolmark.http.body.ReadAheadBudget;
import dev.spoolmark.http.response.SocketResponseSink;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ProtocolConfigs;
import io.helidon.webserver.Router;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionProvider;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// The connections of the server between the socket and Helidon. Helidon has no settings for the number of
/// connections of one address and for the time that a header may take.
final class HelidonConnections implements ServerConnectionSelector {

    static final ScopedValue<ClientConnection> CONNECTION = ScopedValue.newInstance();
    static final ScopedValue<SocketResponseSink> SINK = ScopedValue.newInstance();

    /// Helidon responds to more than this itself, with a status that fits less than ours.
    private static final int LIBRARY_HEADER_BYTES = 4 * HttpLimits.HEADER_BYTES;

    private final ServerConnectionSelector http =
            new Http1ConnectionProvider().create("http_1_1", config(), ProtocolConfigs.create(List.of()));

    private final RequestPipeline pipeline;
    private final HelidonAcceptedSockets sockets;
    private final Router routing;
    private final Semaphore permits;
    private final Set<SocketResponseSink> open = ConcurrentHashMap.newKeySet();
    private final ReadAheadBudget chunks = new ReadAheadBudget(HttpLimits.CHUNK_MEMORY, HttpLimits.CHUNK_OWN_MEMORY);

    HelidonConnections(RequestPipeline pipeline, HelidonAcceptedSockets sockets, Router routing, int maxConnections) {
        this.pipeline = pipeline;
        this.sockets = sockets;
        this.routing = routing;
        permits = new Semaphore(maxConnections);
    }

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
        HelidonConnectionContext watched = new HelidonConnectionContext(context, pipeline, routing, chunks.new Share());
        return new GuardedConnection(watched, sockets.removeSink(context), http.connection(watched));
    }

    /// Ends the input of all connections, so that requests whose body is incomplete get their response before the
    /// library closes the connections.
    void endInput() {
        open.forEach(SocketResponseSink::endInput);
    }

    @SuppressWarnings("removal") // the only way there is to turn its own log off
    private static Http1Config config() {
        return Http1Config.builder()
                .maxPrologueLength(HttpLimits.REQUEST_LINE_BYTES + 1) // Helidon rejects the limit itself
                .maxHeadersSize(LIBRARY_HEADER_BYTES)
                .validatePath(false)
                .validatePrologue(false)
                .validateResponseHeaders(false)
                .continueImmediately(false)
                .receiveLog(false) // it would log whole headers with passwords
                .sendLog(false)
                .build();
    }

    private final class GuardedConnection implements ServerConnection {

        private final HelidonConnectionContext context;
        private final SocketResponseSink sink;
        private final ServerConnection connection;

        GuardedConnection(HelidonConnectionContext context, SocketResponseSink sink, ServerConnection connection) {
            this.context = context;
            this.sink = sink;
            this.connection = connection;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            if (!permits.tryAcquire()) {
                return;
            }
            open.add(sink);
            try {
                pipeline.connections()
                        .admit(
                                HelidonConnectionContext.address(context.remotePeer()),
                                sink::cutOff,
                                entered -> handle(entered, limit));
            } finally {
                open.remove(sink);
                context.close();
                permits.release();
            }
        }

        private void handle(ClientConnection entered, Limit limit) throws InterruptedException {
            ScopedValue.where(CONNECTION, entered).where(SINK, sink).call(() -> {
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
                sink.resetIncomplete();
            }
            connection.close(interrupt);
        }
    }
}
