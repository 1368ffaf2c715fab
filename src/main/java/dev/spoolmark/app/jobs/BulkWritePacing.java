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
    private static final int ALONE = 20_000;

    /// Batch size in rows beside a server. A write of a user waits for one batch.
    private static final int BESIDE = 4_000;

    /// Batch size in rows inside a server, where the duration does not matter.
    private static final int WITHIN = 1_000;

    private final BooleanSupplier alone;
    private final int rows;
    private final Runnable goingOn;

    private BulkWritePacing(BooleanSupplier alone, int rows, Runnable goingOn) {
        this.alone = alone;
        this.rows = rows;
        this.goingOn = goingOn;
    }

    /// For a separate process.
    public static BulkWritePacing besideServer(DataDirectory data) {
        return new BulkWritePacing(() -> !ServerLockFile.isAnnounced(data), BESIDE, () -> {});
    }

    /// For the server itself, which must not test its own lock file: closing it would release the lock.
    /// `goingOn` runs after each batch and may throw to stop the work.
    static BulkWritePacing inServer(Runnable goingOn) {
        return new BulkWritePacing(() -> false, WITHIN, goingOn);
    }

    /// The current batch size in rows.
    int rows() {
        return alone.getAsBoolean() ? ALONE : rows;
    }

    /// Must be called after each batch.
    void yieldToOthers() {
        goingOn.run();
        if (!alone.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
