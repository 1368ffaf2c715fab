package dev.spoolmark.http;

import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Closes connections whose deadline for a read or a write has passed. The waiting thread is not interrupted, since
/// a late interrupt would end whatever the thread waits for next.
public final class IoWatchdog implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Set<IoDeadline> watches = ConcurrentHashMap.newKeySet();
    private @Nullable BackgroundTask task;

    /// @param clock one that is never set: see [dev.spoolmark.core.AdjustableClock]
    public IoWatchdog(InstantSource clock) {
        this.clock = clock;
    }

    void start(BackgroundTasks tasks) {
        task = tasks.every("stalled-connections", INTERVAL, INTERVAL, this::sweep);
    }

    /// Watches a connection until closed.
    ///
    /// @param cutOff closes the connection; run by another thread
    public IoDeadline watch(Runnable cutOff) {
        IoDeadline watch = new IoDeadline(cutOff);
        watches.add(watch);
        return watch;
    }

    public void sweep() {
        Instant now = clock.instant();
        watches.forEach(watch -> watch.cutOffAfter(now));
    }

    @Override
    public void close() {
        if (task != null) {
            task.close();
        }
    }

    /// The deadline of one connection.
    public final class IoDeadline implements AutoCloseable {

        private final Runnable cutOff;
        private @Nullable Instant deadline;

        private IoDeadline(Runnable cutOff) {
            this.cutOff = cutOff;
        }

        public synchronized void arm(Duration within) {
            deadline = clock.instant().plus(within);
        }

        synchronized void disarm() {
            deadline = null;
        }

        private synchronized void cutOffAfter(Instant now) {
            if (deadline != null && now.isAfter(deadline)) {
                deadline = null;
                cutOff.run();
            }
        }

        @Override
        public void close() {
            disarm();
            watches.remove(this);
        }
    }
}
