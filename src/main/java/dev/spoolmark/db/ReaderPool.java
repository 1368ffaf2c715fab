package dev.spoolmark.db;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Read connections. A few are reserved for urgent work, so that slow reads do not block it.
final class ReaderPool implements AutoCloseable {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final List<SqliteReadConnection> opened;
    private final BlockingQueue<SqliteReadConnection> free;
    private final Semaphore normalPermits;

    /// @param reserved number of connections that only urgent work may use
    ReaderPool(List<SqliteReadConnection> readers, int reserved) {
        this.opened = List.copyOf(readers);
        this.free = new ArrayBlockingQueue<>(readers.size(), false, readers);
        this.normalPermits = new Semaphore(readers.size() - reserved, true);
    }

    /// Waits for a connection.
    ///
    /// @param within maximum waiting time; null for no limit
    /// @throws ProblemException with `Problem.Overloaded` when the time is over
    Lease borrow(boolean urgent, @Nullable Duration within) {
        long nanos = within == null ? Long.MAX_VALUE : within.toNanos();
        long until = System.nanoTime() + nanos;
        try {
            if (!urgent && !normalPermits.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                throw overloaded();
            }
            SqliteReadConnection reader = null;
            try {
                reader = free.poll(within == null ? nanos : until - System.nanoTime(), TimeUnit.NANOSECONDS);
            } finally {
                if (reader == null && !urgent) {
                    normalPermits.release();
                }
            }
            if (reader == null) {
                throw overloaded();
            }
            return new Lease(reader, urgent, until - System.nanoTime());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw overloaded();
        }
    }

    private static ProblemException overloaded() {
        return new ProblemException(new Problem.Overloaded(RETRY));
    }

    @Override
    public void close() {
        opened.forEach(SqliteReadConnection::close);
    }

    /// A borrowed connection.
    final class Lease implements AutoCloseable {

        private final SqliteReadConnection reader;
        private final boolean urgent;
        private final long left;

        private Lease(SqliteReadConnection reader, boolean urgent, long left) {
            this.reader = reader;
            this.urgent = urgent;
            this.left = left;
        }

        SqliteReadConnection reader() {
            return reader;
        }

        /// The rest of the time limit after waiting.
        Duration left() {
            return Duration.ofNanos(Math.max(1, left));
        }

        @Override
        public void close() {
            free.add(reader);
            if (!urgent) {
                normalPermits.release();
            }
        }
    }
}
