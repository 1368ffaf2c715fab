package dev.spoolmark.http.body;

import java.util.concurrent.atomic.AtomicLong;

/// Limits what Helidon collects in memory before it passes data on: it reads a chunk of a body, and the
/// line with the size of a chunk, to the end. Each connection may collect a little for free, all together
/// [HttpLimits#CHUNK_MEMORY].
public final class ReadAheadBudget {

    private final AtomicLong free;
    private final long ownBytes;

    /// @param bytes limit for all connections together, beyond the free part of each
    /// @param ownBytes free part of each connection
    public ReadAheadBudget(long bytes, long ownBytes) {
        this.free = new AtomicLong(bytes);
        this.ownBytes = ownBytes;
    }

    /// The usage of one connection. Used by one thread at a time.
    public final class Share implements AutoCloseable {

        private long charged;

        /// Changes the usage to `collected` bytes.
        ///
        /// @return false if the budget does not suffice; then nothing changes
        public boolean resize(long collected) {
            long required = Math.max(0, collected - ownBytes);
            if (free.addAndGet(charged - required) < 0 && required > charged) {
                free.addAndGet(required - charged);
                return false;
            }
            charged = required;
            return true;
        }

        @Override
        public void close() {
            resize(0);
        }
    }
}
