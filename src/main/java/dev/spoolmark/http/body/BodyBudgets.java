package dev.spoolmark.http.body;

import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.http.HttpLimits;
import java.nio.file.Path;
import java.util.Optional;

/// Budgets for disk and memory of large bodies, shared by all requests.
public final class BodyBudgets {

    private static final int UNIT = 1024;

    private final Path folder;
    private final ByteBudget disk = new ByteBudget(HttpLimits.BODY_DISK_BYTES, HttpLimits.BODY_TIMEOUT);
    private final PerNetworkBudget networks =
            new PerNetworkBudget(disk, HttpLimits.BODY_DISK_BYTES_PER_NETWORK, HttpLimits.BODY_TIMEOUT);
    private final ByteBudget memory;

    /// Scanning is CPU-bound: more bodies at the same time would only keep permits from other requests.
    private final ByteBudget checks =
            new ByteBudget((long) UNIT * Runtime.getRuntime().availableProcessors(), HttpLimits.BODY_TIMEOUT);

    /// @param bytes memory for bound bodies
    public BodyBudgets(Path folder, long bytes) {
        this.folder = folder;
        memory = new ByteBudget(bytes, HttpLimits.BODY_TIMEOUT);
    }

    /// Disk space for a trusted client: all of it.
    public BodySpace disk() {
        return disk;
    }

    /// Disk space for the clients of a network.
    public BodySpace disk(ClientNetwork network) {
        return networks.of(network);
    }

    public ReceivedBody receive(
            LimitedBodyStream in, RequestContentCoding encoding, long limit, LargeBodyListener large) {
        return BodyReceiver.receive(in, encoding, limit, folder, new Waiting(in), large);
    }

    /// Waits for memory without the permit of the request.
    private final class Waiting implements ReceivedBody.Resources {

        private final LimitedBodyStream request;

        private Waiting(LimitedBodyStream request) {
            this.request = request;
        }

        @Override
        public Optional<ByteBudget.Share> freeMemory(long bytes) {
            return memory.tryReserve(bytes);
        }

        @Override
        public ByteBudget.Share memory(long bytes) {
            return request.runBlocking(() -> memory.reserve(bytes));
        }

        @Override
        public ByteBudget.Share check() {
            return request.runBlocking(() -> checks.reserve(UNIT));
        }
    }
}
