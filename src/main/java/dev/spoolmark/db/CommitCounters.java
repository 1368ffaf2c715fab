package dev.spoolmark.db;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// Counts commits.
final class CommitCounters {

    private final LongAdder writes = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder nanoseconds = new LongAdder();

    /// @param together number of writes in the commit
    /// @param since start of the commit, in [System#nanoTime]
    void committed(int together, long since) {
        writes.add(together);
        commits.increment();
        nanoseconds.add(System.nanoTime() - since);
    }

    DatabaseStats load(int waiting) {
        return new DatabaseStats(writes.sum(), commits.sum(), Duration.ofNanos(nanoseconds.sum()), waiting);
    }
}
