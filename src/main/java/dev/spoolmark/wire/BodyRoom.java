package dev.spoolmark.wire;

import dev.spoolmark.kernel.ClientNetwork;
import java.nio.file.Path;
import java.util.Optional;

/// Where the large bodies of all requests go: their files, and the memory of what they become.
final class BodyRoom {

    private static final int UNIT = 1024;

    private final Path folder;
    private final BodyBudget disk = new BodyBudget(Limits.BODY_DISK_BYTES, Limits.BODY_PATIENCE);
    private final NetworkBodySpace networks =
            new NetworkBodySpace(disk, Limits.BODY_DISK_BYTES_A_NETWORK, Limits.BODY_PATIENCE);
    private final BodyBudget memory;

    /// Checking needs a processor all the time: more at once would only keep turns from others.
    private final BodyBudget checks =
            new BodyBudget((long) UNIT * Runtime.getRuntime().availableProcessors(), Limits.BODY_PATIENCE);

    /// @param bytes of memory for what they become
    BodyRoom(Path folder, long bytes) {
        this.folder = folder;
        memory = new BodyBudget(bytes, Limits.BODY_PATIENCE);
    }

    /// The space on the disk for one who may use all of it.
    BodySpace disk() {
        return disk;
    }

    /// The space on the disk for the clients of a network.
    BodySpace disk(ClientNetwork network) {
        return networks.of(network);
    }

    SentBody receive(IncomingBody in, BodyEncoding encoding, long limit, LargeBody large) {
        return SentBody.receive(in, encoding, limit, folder, new Waiting(in), large);
    }

    /// Waits as a request waits for its network: without its turn.
    private final class Waiting implements SentBody.Room {

        private final IncomingBody request;

        private Waiting(IncomingBody request) {
            this.request = request;
        }

        @Override
        public Optional<BodyBudget.Share> freeMemory(long bytes) {
            return memory.tryReserve(bytes);
        }

        @Override
        public BodyBudget.Share memory(long bytes) {
            return request.aside(() -> memory.reserve(bytes));
        }

        @Override
        public BodyBudget.Share check() {
            return request.aside(() -> checks.reserve(UNIT));
        }
    }
}
