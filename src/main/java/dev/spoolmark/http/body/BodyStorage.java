package dev.spoolmark.http.body;

import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.http.HttpLimits;
import java.nio.file.Path;
import java.util.Optional;

/// Where the large bodies of all requests go: their files, and the memory of what they become.
public final class BodyStorage {

    private static final int UNIT = 1024;

    private final Path folder;
    private final ByteBudget disk = new ByteBudget(HttpLimits.BODY_DISK_BYTES, HttpLimits.BODY_PATIENCE);
    private final PerNetworkBudget networks =
            new PerNetworkBudget(disk, HttpLimits.BODY_DISK_BYTES_A_NETWORK, HttpLimits.BODY_PATIENCE);
    private final ByteBudget memory;

    /// Checking needs a processor all the time: more at once would only keep turns from others.
    private final ByteBudget checks =
            new ByteBudget((long) UNIT * Runtime.getRuntime().availableProcessors(), HttpLimits.BODY_PATIENCE);

    /// @param bytes of memory for what they become
    public BodyStorage(Path folder, long bytes) {
        this.folder = folder;
        memory = new ByteBudget(bytes, HttpLimits.BODY_PATIENCE);
    }

    /// The space on the disk for one who may use all of it.
    public BodySpace disk() {
        return disk;
    }

    /// The space on the disk for the clients of a network.
    public BodySpace disk(ClientNetwork network) {
        return networks.of(network);
    }

    public ReceivedBody receive(LimitedBodyStream in, BodyEncoding encoding, long limit, LargeBodyPolicy large) {
        return ReceivedBody.receive(in, encoding, limit, folder, new Waiting(in), large);
    }

    /// Waits as a request waits for its network: without its turn.
    private final class Waiting implements ReceivedBody.Room {

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
