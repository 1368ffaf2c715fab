package dev.spoolmark.app.jobs;

import dev.spoolmark.app.DataDirectory;
import dev.spoolmark.app.ServerLockFile;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// How whoever writes for minutes lets others in between.
///
/// While a server runs on the same data, a gap is left after each portion. It is as long as the longest wait of
/// SQLite's first nine looks, the last of which comes 103 ms after the first: whoever waits a portion long meets the
/// gap.
public final class BulkWritePacing {

    private static final Duration PAUSE = Duration.ofMillis(25);

    /// How much is written at once, counted in rows, while nobody waits. The more rows, the more of them come to the
    /// same pages; but they are held in memory.
    private static final int ALONE = 20_000;

    /// While a server runs on the same data. As long as that takes, whoever reports a play waits.
    private static final int BESIDE = 4_000;

    /// In a server, which has time: nobody looks at a bar.
    private static final int WITHIN = 1_000;

    private final BooleanSupplier alone;
    private final int rows;
    private final Runnable goingOn;

    private BulkWritePacing(BooleanSupplier alone, int rows, Runnable goingOn) {
        this.alone = alone;
        this.rows = rows;
        this.goingOn = goingOn;
    }

    /// For a process of its own.
    public static BulkWritePacing besideServer(DataDirectory data) {
        return new BulkWritePacing(() -> !ServerLockFile.isAnnounced(data), BESIDE, () -> {});
    }

    /// For a server itself, which must not look for its own word: that would take it back. `goingOn` runs after each
    /// portion, and may throw to end the work there.
    static BulkWritePacing inServer(Runnable goingOn) {
        return new BulkWritePacing(() -> false, WITHIN, goingOn);
    }

    /// How much is to be written at once now.
    int rows() {
        return alone.getAsBoolean() ? ALONE : rows;
    }

    /// To be called after each portion.
    void yieldToOthers() {
        goingOn.run();
        if (!alone.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
