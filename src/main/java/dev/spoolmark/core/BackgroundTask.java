package dev.spoolmark.core;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// One task of [BackgroundTasks], with its own thread.
public final class BackgroundTask implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BackgroundTask.class.getName());

    private final String name;
    private final Duration first;
    private final Duration pause;
    private final Runnable work;
    private final LongSupplier nanos;
    private final Function<Throwable, String> describe;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long ended;
    private volatile boolean running;
    private final LongAdder runs = new LongAdder();
    private final LongAdder failures = new LongAdder();

    BackgroundTask(
            String name,
            Duration first,
            Duration pause,
            Runnable work,
            LongSupplier nanos,
            Function<Throwable, String> describe) {
        this.name = name;
        this.first = first;
        this.pause = pause;
        this.work = work;
        this.nanos = nanos;
        this.describe = describe;
        this.ended = nanos.getAsLong();
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
    }

    /// State of a task.
    ///
    /// @param alive whether its thread is alive
    /// @param sinceLast time since the end of its last run, or since its start before the first run
    /// @param failures number of runs that threw
    /// @param running whether a run is in progress
    /// @param pause between two runs
    public record State(
            String name,
            boolean alive,
            Duration sinceLast,
            long runs,
            long failures,
            boolean running,
            Duration pause) {}

    void start() {
        thread.start();
    }

    String name() {
        return name;
    }

    State state() {
        return new State(
                name,
                thread.isAlive(),
                Duration.ofNanos(nanos.getAsLong() - ended),
                runs.sum(),
                failures.sum(),
                running,
                pause);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    boolean hasEnded() {
        return !isClosed() && !thread.isAlive();
    }

    private void loop() {
        Duration wait = first;
        while (!isClosedWithin(wait)) {
            runOnce();
            wait = pause;
        }
    }

    private boolean isClosedWithin(Duration wait) {
        try {
            return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return isClosed(); // a run may leave an interrupt that was meant for it
        }
    }

    private void runOnce() {
        running = true;
        try {
            work.run();
        } catch (Throwable error) {
            failures.increment();
            log(error);
        } finally {
            runs.increment();
            ended = nanos.getAsLong();
            running = false;
        }
    }

    private void log(Throwable error) {
        try {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "background task {0} failed and will run again: {1}",
                    name,
                    describe.apply(error));
        } catch (Throwable noMemory) {
            // The failure is counted; the next one may be logged.
        }
    }

    /// Interrupts the current run, and closes the task as [#close] does.
    public void closeNow() {
        closed.countDown();
        thread.interrupt();
        join();
    }

    /// Closes the task. Returns when the current run has ended.
    @Override
    public void close() {
        closed.countDown();
        join();
    }

    private void join() {
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
