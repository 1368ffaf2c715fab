package dev.spoolmark.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One open connection: who is at its other end, how much it has carried, and how long the header of its next
/// request may take. Used by one thread at a time.
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
    private @Nullable SelectedRoute keptRoute;

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
    void keepRoute(@Nullable SelectedRoute selected) {
        keptRoute = selected;
    }

    /// The route of the request, if the overload fast path has selected it.
    @Nullable
    SelectedRoute keptRoute() {
        return keptRoute;
    }

    /// Counts one more request and returns whether it is the last that this connection carries.
    boolean countRequestAndCheckLimit() {
        requests++;
        return requests >= HttpLimits.REQUESTS_A_CONNECTION;
    }

    /// Reads more bytes. The first of a request, or what is left of the one before, may be a while in coming;
    /// from there on a header has a fixed time. Bodies are watched elsewhere. The library has a time-out for this
    /// that does nothing on its kind of sockets.
    ///
    /// @param begun whether the first byte of a request is here
    byte[] read(boolean begun, Supplier<byte[]> network) {
        if (working) {
            return network.get();
        }
        Instant now = clock.instant();
        if (deadline == null) {
            deadline = now.plus(begun || receivedBytes ? HttpLimits.HEADER_TIME : HttpLimits.KEEP_ALIVE);
        }
        byte[] bytes = readWithin(Duration.between(now, deadline), network);
        if (!begun && !receivedBytes) {
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

    /// A header is complete: what is read now is a body.
    void startRequest() {
        working = true;
        hasUnreadBody = false;
        receivedBytes = false;
        deadline = null;
    }

    /// Whether the header of a request was read, and its answer is not finished.
    boolean isWorking() {
        return working;
    }

    /// What comes next is a request of HTTP/1.0, or of HTTP/1.1.
    void expectHttp10(boolean next) {
        ofHttp10 = next;
    }

    /// Whether the request is one of HTTP/1.0: its client reads no chunks, and the connection carries no other.
    boolean isOfHttp10() {
        return ofHttp10;
    }

    /// Not all of the body was read: what comes next is what is left of it, whatever it looks like.
    void markUnreadBody() {
        hasUnreadBody = true;
    }

    /// Whether what comes next begins a request.
    boolean isIdle() {
        return !working && !hasUnreadBody;
    }

    /// The request is answered; the next may come at leisure.
    void endRequest() {
        working = false;
        keptRoute = null;
    }
}
