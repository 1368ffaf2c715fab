package dev.spoolmark.http;

import dev.spoolmark.http.response.SocketResponseSink;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The sockets of new connections, and the thread that accepts them. Helidon passes them to its socket options
/// and nowhere else.
final class HelidonAcceptedSockets implements SocketOptions {

    private static final int CLEANUP_SIZE = 1_000;

    private final Map<SocketAddress, SocketChannel> opened = new ConcurrentHashMap<>();
    private volatile @Nullable Thread acceptor;

    @Override
    public void configureSocket(SocketChannel socket) {
        acceptor = Thread.currentThread();
        try {
            // Without it the end of a response may wait 40 ms for the client to confirm what came before.
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            socket.setOption(StandardSocketOptions.SO_SNDBUF, HttpLimits.SEND_BUFFER_BYTES);
            if (opened.size() > CLEANUP_SIZE) {
                opened.values().removeIf(socketOf -> !socketOf.isOpen());
            }
            opened.put(socket.getRemoteAddress(), socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the thread that accepted the last connection has ended.
    boolean acceptorHasEnded() {
        Thread last = acceptor;
        return last != null && !last.isAlive();
    }

    /// To be called when a new thread is to accept connections.
    void clearAcceptor() {
        acceptor = null;
    }

    SocketResponseSink removeSink(ConnectionContext context) {
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
