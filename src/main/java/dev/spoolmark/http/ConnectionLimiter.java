package dev.spoolmark.http;

import dev.spoolmark.core.CidrSet;
import dev.spoolmark.core.ClientNetwork;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Limits the connections of each client network (`docs/security.md#input-limits`).
final class ConnectionLimiter {

    private final CidrSet trusted;
    private final IoWatchdog watchdog;
    private final InstantSource clock;
    private final Map<ClientNetwork, Integer> open = new ConcurrentHashMap<>();

    /// @param trusted networks whose connections are not limited
    ConnectionLimiter(CidrSet trusted, IoWatchdog watchdog, InstantSource clock) {
        this.trusted = trusted;
        this.watchdog = watchdog;
        this.clock = clock;
    }

    /// Handles a new connection until it ends, or not at all when its network has too many.
    ///
    /// @param cutOff closes the connection; run by another thread when no bytes are transferred in time
    <X extends Exception> void admit(InetAddress peer, Runnable cutOff, ConnectionHandler<X> handler) throws X {
        ClientNetwork from = ClientNetwork.of(peer);
        boolean counted = !trusted.contains(peer);
        if (counted && !enter(from)) {
            return;
        }
        try (IoWatchdog.IoDeadline watch = watchdog.watch(cutOff)) {
            handler.closeExcess(new ClientConnection(peer, clock, watch));
        } finally {
            if (counted) {
                leave(from);
            }
        }
    }

    private boolean enter(ClientNetwork from) {
        int now = open.merge(from, 1, Integer::sum);
        if (now > HttpLimits.CONNECTIONS_PER_NETWORK) {
            leave(from);
            return false;
        }
        return true;
    }

    private void leave(ClientNetwork from) {
        open.computeIfPresent(from, (key, count) -> count > 1 ? count - 1 : null);
    }

    /// Handles a connection.
    @FunctionalInterface
    interface ConnectionHandler<X extends Exception> {

        void closeExcess(ClientConnection connection) throws X;
    }
}
