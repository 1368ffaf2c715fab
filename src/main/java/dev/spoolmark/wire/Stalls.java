package dev.spoolmark.wire;

import dev.spoolmark.kernel.BackgroundTask;
import dev.spoolmark.kernel.BackgroundTasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Cuts off connections over which nothing moves: one that waits for the network longer than it said is closed. Its
/// thread is not interrupted, for an interrupt that comes late would end whatever the thread waits for next.
final class Stalls implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private @Nullable BackgroundTask task;

    /// @param clock one that is never set: see [dev.spoolmark.kernel.AdjustableClock]
    Stalls(InstantSource clock) {
        this.clock = clock;
    }

    void start(BackgroundTasks tasks) {
        task = tasks.every("stalled-connections", EVERY, EVERY, this::sweep);
    }

    /// Watches a connection until closed.
    ///
    /// @param cutOff ends the waiting; run by another thread
    Watch watch(Runnable cutOff) {
        Watch watch = new Watch(cutOff);
        watches.add(watch);
        return watch;
    }

    void sweep() {
        Instant now = clock.instant();
        watches.forEach(watch -> watch.cutOffAfter(now));
    }

    @Override
    public void close() {
        if (task != null) {
            task.close();
        }
    }

    /// One request's waiting.
    final class Watch implements AutoCloseable {

        private final Runnable cutOff;
        private @Nullable Instant deadline;

        private Watch(Runnable cutOff) {
            this.cutOff = cutOff;
        }

        synchronized void expect(Duration within) {
            deadline = clock.instant().plus(within);
        }

        synchronized void done() {
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
            done();
            watches.remove(this);
        }
    }
}
