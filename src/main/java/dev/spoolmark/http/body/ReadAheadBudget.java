package dev.spoolmark.http.body;

import java.util.concurrent.atomic.AtomicLong;

/// Bounds what the HTTP library collects in memory before it hands anything on: it reads a chunk of a body, and the
/// line with a chunk's size, to the end. Each connection may collect a little for free, all together
/// [HttpLimits#CHUNK_MEMORY].
public final class ReadAheadBudget {

    private final AtomicLong free;
    private final long ownBytes;

    /// @param bytes what all connections may collect together beyond what each has for itself
    /// @param ownBytes what each may collect without taking from `bytes`
    public ReadAheadBudget(long bytes, long ownBytes) {
        this.free = new AtomicLong(bytes);
        this.ownBytes = ownBytes;
    }

    /// What one connection has taken. Used by one thread at a time.
    public final class Share implements AutoCloseable {

        private long held;

        /// Takes or returns as much as `collected` bytes need.
        ///
        /// @return whether there was enough; nothing changes when there was not
        public boolean resize(long collected) {
            long wanted = Math.max(0, collected - ownBytes);
            if (free.addAndGet(held - wanted) < 0 && wanted > held) {
                free.addAndGet(wanted - held);
                return false;
            }
            held = wanted;
            return true;
        }

        @Override
        public void close() {
            resize(0);
        }
    }
}
