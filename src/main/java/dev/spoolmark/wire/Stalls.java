package dev.spoolmark.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Cuts off those who neither read nor write: a thread that waits for the network longer than it said is interrupted,
/// which closes its connection.
final class Stalls implements AutoCloseable {

    private final InstantSource clock;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("door-stalls").daemon().factory());

    Stalls(InstantSource clock) {
        this.clock = clock;
    }

    void start() {
        var _ = sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    /// Watches the current thread until closed.
    Watch watch() {
        Watch watch = new Watch(Thread.currentThread());
        watches.add(watch);
        return watch;
    }

    void sweep() {
        Instant now = clock.instant();
        watches.forEach(watch -> watch.interruptAfter(now));
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }

    /// One request's waiting.
    final class Watch implements AutoCloseable {

        private final Thread thread;
        private @Nullable Instant deadline;

        private Watch(Thread thread) {
            this.thread = thread;
        }

        synchronized void expect(Duration within) {
            deadline = clock.instant().plus(within);
        }

        synchronized void done() {
            deadline = null;
        }

        private synchronized void interruptAfter(Instant now) {
            if (deadline != null && now.isAfter(deadline)) {
                deadline = null;
                thread.interrupt();
            }
        }

        @Override
        public void close() {
            done();
            watches.remove(this);
        }
    }
}
