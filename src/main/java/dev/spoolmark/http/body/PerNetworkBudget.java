package dev.spoolmark.http.body;

import dev.spoolmark.core.ClientNetwork;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A budget of which the requests of one network get at most a share: a few slow clients that use up their share
/// leave space for others.
final class PerNetworkBudget {

    private final ByteBudget all;
    private final long share;
    private final Duration timeout;
    private final Map<ClientNetwork, Network> networks = new HashMap<>();

    /// @param share in bytes
    /// @param timeout maximum time that a request waits for space in the share of its network
    PerNetworkBudget(ByteBudget all, long share, Duration timeout) {
        this.all = all;
        this.share = share;
        this.timeout = timeout;
    }

    BodySpace of(ClientNetwork network) {
        return bytes -> reserve(network, bytes);
    }

    /// Number of networks that hold or wait for space.
    synchronized int networks() {
        return networks.size();
    }

    private BodySpace.Reservation reserve(ClientNetwork network, long bytes) {
        NetworkReservation reservation = new NetworkReservation(network, enter(network));
        try {
            reservation.ofNetwork = reservation.entered.budget.reserve(bytes);
            reservation.ofAll = all.reserve(bytes);
            return reservation;
        } catch (RuntimeException | Error rejected) {
            reservation.close();
            throw rejected;
        }
    }

    private synchronized Network enter(ClientNetwork network) {
        Network entered = networks.computeIfAbsent(network, _ -> new Network(new ByteBudget(share, timeout)));
        entered.requests++;
        return entered;
    }

    private synchronized void leave(ClientNetwork network, Network entered) {
        entered.requests--;
        if (entered.requests == 0) {
            networks.remove(network);
        }
    }

    /// The state of one network.
    private static final class Network {

        private final ByteBudget budget;
        private int requests;

        Network(ByteBudget budget) {
            this.budget = budget;
        }
    }

    /// Space in the share of a network, and as much of the whole budget. The share is reserved first, so that a
    /// request that waits for a full share holds no common space.
    private final class NetworkReservation implements BodySpace.Reservation {

        private final ClientNetwork network;
        private final Network entered;
        private BodySpace.@Nullable Reservation ofNetwork;
        private BodySpace.@Nullable Reservation ofAll;
        private boolean closed;

        NetworkReservation(ClientNetwork network, Network entered) {
            this.network = network;
            this.entered = entered;
        }

        @Override
        public void shrinkTo(long bytes) {
            if (ofAll != null) {
                ofAll.shrinkTo(bytes);
            }
            if (ofNetwork != null) {
                ofNetwork.shrinkTo(bytes);
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                shrinkTo(0);
                leave(network, entered);
            }
        }
    }
}
