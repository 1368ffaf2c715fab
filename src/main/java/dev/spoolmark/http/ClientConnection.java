package dev.spoolmark.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An open connection: its peer, the number of its requests, and the time limit for the header of the next one. Used
/// by one thread at a time.
final class ClientConnection {

    private final InetAddress peer;
    private final InstantSource clock;
    private final IoWatchdog.IoDeadline watch;
    private int requests;
    private boolean working;
    private boolean receivedBytes;
    private boolean hasUnreadBody;
    private boolean ofHttp10;
    private @Nullable Instant deadline;
    private @Nullable SelectedRoute selectedRoute;

    ClientConnection(InetAddress peer, InstantSource clock, IoWatchdog.IoDeadline watch) {
        this.peer = peer;
        this.clock = clock;
        this.watch = watch;
    }

    InetAddress peer() {
        return peer;
    }

    IoWatchdog.IoDeadline watch() {
        return watch;
    }

    /// Keeps the route of the request that was received and is parsed next.
    void setRoute(@Nullable SelectedRoute selected) {
        selectedRoute = selected;
    }

    /// The route of the request, if the overload fast path has selected it.
    @Nullable
    SelectedRoute selectedRoute() {
        return selectedRoute;
    }

    /// Counts one more request and returns whether it is the last that this connection carries.
    boolean countRequestAndCheckLimit() {
        requests++;
        return requests >= HttpLimits.REQUESTS_PER_CONNECTION;
    }

    /// Reads more bytes. Before the first byte of a request the limit is [HttpLimits#KEEP_ALIVE], then
    /// [HttpLimits#HEADER_TIME]. Bodies have limits of their own. The time-out of Helidon has no effect on its
    /// sockets.
    ///
    /// @param isStarted whether the first byte of a request was received
    byte[] read(boolean isStarted, Supplier<byte[]> network) {
        if (working) {
            return network.get();
        }
        Instant now = clock.instant();
        if (deadline == null) {
            deadline = now.plus(isStarted || receivedBytes ? HttpLimits.HEADER_TIME : HttpLimits.KEEP_ALIVE);
        }
        byte[] bytes = readWithin(Duration.between(now, deadline), network);
        if (!isStarted && !receivedBytes) {
            deadline = null;
        }
        receivedBytes = true;
        return bytes;
    }

    private byte[] readWithin(Duration remaining, Supplier<byte[]> network) {
        watch.arm(remaining);
        try {
            return network.get();
        } finally {
            watch.disarm();
        }
    }

    /// The header is complete; bytes read from now on are the body.
    void startRequest() {
        working = true;
        hasUnreadBody = false;
        receivedBytes = false;
        deadline = null;
    }

    /// Whether a request is being handled.
    boolean isWorking() {
        return working;
    }

    /// Sets whether the next request is one of HTTP/1.0.
    void expectHttp10(boolean next) {
        ofHttp10 = next;
    }

    /// Whether the request is one of HTTP/1.0: no chunked response, and no further request on the connection.
    boolean isOfHttp10() {
        return ofHttp10;
    }

    /// The body was not read to its end; the next bytes are its rest.
    void markUnreadBody() {
        hasUnreadBody = true;
    }

    /// Whether the next bytes begin a request.
    boolean isIdle() {
        return !working && !hasUnreadBody;
    }

    /// The request has its response.
    void endRequest() {
        working = false;
        selectedRoute = null;
    }
}
