package dev.spoolmark.http;

import dev.spoolmark.core.CidrSet;
import dev.spoolmark.core.ClientNetwork;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All open connections, so that no single address takes every place (`docs/security.md#input-limits`).
final class ConnectionLimiter {

    private final CidrSet trusted;
    private final IoWatchdog stalls;
    private final InstantSource clock;
    private final Map<ClientNetwork, Integer> open = new ConcurrentHashMap<>();

    /// @param trusted whose connections are not counted
    ConnectionLimiter(CidrSet trusted, IoWatchdog stalls, InstantSource clock) {
        this.trusted = trusted;
        this.stalls = stalls;
        this.clock = clock;
    }

    /// Talks over a new connection until it ends, or not at all when its address has too many.
    ///
    /// @param cutOff closes the connection; run by another thread when nothing moves
    <X extends Exception> void admit(InetAddress peer, Runnable cutOff, ConnectionHandler<X> talk) throws X {
        ClientNetwork from = ClientNetwork.of(peer);
        boolean counted = !trusted.contains(peer);
        if (counted && !enter(from)) {
            return;
        }
        try (IoWatchdog.IoDeadline watch = stalls.watch(cutOff)) {
            talk.over(new ClientConnection(peer, clock, watch));
        } finally {
            if (counted) {
                leave(from);
            }
        }
    }

    private boolean enter(ClientNetwork from) {
        int now = open.merge(from, 1, Integer::sum);
        if (now > HttpLimits.CONNECTIONS_AN_ADDRESS) {
            leave(from);
            return false;
        }
        return true;
    }

    private void leave(ClientNetwork from) {
        open.computeIfPresent(from, (key, count) -> count > 1 ? count - 1 : null);
    }

    /// What is done with a connection.
    @FunctionalInterface
    interface ConnectionHandler<X extends Exception> {

        void over(ClientConnection connection) throws X;
    }
}
