package dev.spoolmark.app.jobs;

import dev.spoolmark.app.DataDirectory;
import dev.spoolmark.app.ServerLockFile;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Pauses between the batches of a bulk write while a server runs on the same data.
///
/// SQLite's busy handler retries after 1, 2, 5, 10, 15, 20, 25, 25 and 25 ms; the pause is long enough for a
/// waiting writer to get the lock.
public final class BulkWritePacing {

    private static final Duration PAUSE = Duration.ofMillis(25);

    /// Batch size in rows without a server. Larger batches write fewer pages, but need more memory.
    private static final int ROWS_WITHOUT_SERVER = 20_000;

    /// Batch size in rows beside a server. A write of a user waits for one batch.
    private static final int ROWS_WHILE_SERVER_RUNS = 4_000;

    /// Batch size in rows inside a server, where the duration does not matter.
    private static final int ROWS_IN_SERVER = 1_000;

    private final BooleanSupplier noServer;
    private final int batchSize;
    private final Runnable afterBatch;

    private BulkWritePacing(BooleanSupplier alone, int rows, Runnable yielding) {
        this.noServer = alone;
        this.batchSize = rows;
        this.afterBatch = yielding;
    }

    /// For a separate process.
    public static BulkWritePacing whileServerRuns(DataDirectory data) {
        return new BulkWritePacing(() -> !ServerLockFile.isAnnounced(data), ROWS_WHILE_SERVER_RUNS, () -> {});
    }

    /// For the server itself, which must not test its own lock file: closing it would release the lock.
    /// `afterBatch` runs after each batch and may throw to stop the work.
    static BulkWritePacing inServer(Runnable yielding) {
        return new BulkWritePacing(() -> false, ROWS_IN_SERVER, yielding);
    }

    /// The current batch size in rows.
    int batchSize() {
        return noServer.getAsBoolean() ? ROWS_WITHOUT_SERVER : batchSize;
    }

    /// Must be called after each batch.
    void yieldToOthers() {
        afterBatch.run();
        if (!noServer.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
