package dev.spoolmark.store;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The one thread that writes to SQLite.
///
/// It takes all jobs that wait, runs each in one transaction, all but the first inside a savepoint, syncs once, and
/// only then answers them. A job that fails takes back its own work and no other's; a commit that fails answers none
/// with success.
final class SqliteWriter implements AutoCloseable {

    private static final int QUEUE = 4_096;
    private static final int GROUP = 200;
    private static final long GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Statements statements;
    private final IdBlocks ids;
    private final BlockingQueue<Job<?>> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final Tally tally = new Tally();
    private final Thread thread;
    private volatile boolean closing;

    SqliteWriter(Statements statements, IdBlocks ids) {
        this.statements = statements;
        this.ids = ids;
        this.thread = Thread.ofPlatform().name("store-writer").start(this::loop);
    }

    <T extends @Nullable Object> T write(Database.Work<T> work) {
        if (Thread.currentThread() == thread) {
            throw new StoreFailure("a transaction was opened inside another");
        }
        Job<T> job = new Job<>(work);
        if (closing || !waiting.offer(job)) {
            throw overloaded();
        }
        return job.await();
    }

    Load load() {
        return tally.load(waiting.size());
    }

    private void loop() {
        List<Job<?>> group = new ArrayList<>(GROUP);
        while (!closing || !waiting.isEmpty()) {
            try {
                Job<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    commitTogether(first, group);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                group.clear();
            }
        }
    }

    private void commitTogether(Job<?> first, List<Job<?>> group) {
        long began = System.nanoTime();
        try {
            statements.again("BEGIN IMMEDIATE");
            runAll(first, group);
            statements.again("COMMIT");
            tally.committed(group.size(), began);
            group.forEach(Job::answer);
        } catch (RuntimeException | Error e) {
            takeBackEverything();
            if (!group.contains(first)) {
                group.add(first);
            }
            group.forEach(job -> job.fail(e));
        }
    }

    private void runAll(Job<?> first, List<Job<?>> group) {
        long until = System.nanoTime() + GROUP_NANOS;
        for (Job<?> job = first; job != null; job = nextIfThereIsRoom(group, until)) {
            group.add(job);
            if (job == first) {
                runAlone(job);
            } else {
                runBehindOthers(job);
            }
        }
    }

    /// As long as nobody else wrote there is no need of a savepoint, for which SQLite copies every page it changes.
    private void runAlone(Job<?> job) {
        if (!job.run(new Tx(statements, ids))) {
            statements.again("ROLLBACK");
            ids.forget();
            statements.again("BEGIN IMMEDIATE");
        }
    }

    private void runBehindOthers(Job<?> job) {
        statements.again("SAVEPOINT job");
        if (!job.run(new Tx(statements, ids))) {
            statements.again("ROLLBACK TO job");
            ids.forget();
        }
        statements.again("RELEASE job");
    }

    private @Nullable Job<?> nextIfThereIsRoom(List<Job<?>> group, long until) {
        return group.size() < GROUP && System.nanoTime() < until ? waiting.poll() : null;
    }

    private void takeBackEverything() {
        ids.forget();
        try {
            statements.again("ROLLBACK");
        } catch (StoreFailure alreadyRolledBack) {
            // SQLite rolls back by itself after some failures; then there is nothing left to take back.
        }
    }

    private static Refusal overloaded() {
        return new Refusal(new Problem.Overloaded(RETRY));
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiting.forEach(job -> job.fail(overloaded()));
        statements.close();
    }

    /// One piece of work and the caller that waits for its outcome.
    private static final class Job<T extends @Nullable Object> {

        private final Database.Work<T> work;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private @Nullable T value;
        private @Nullable Throwable fault;

        Job(Database.Work<T> work) {
            this.work = work;
        }

        /// Runs the work; false when it threw and must be taken back.
        boolean run(Tx tx) {
            try {
                value = work.run(tx);
                return true;
            } catch (RuntimeException | Error e) {
                fault = e;
                return false;
            }
        }

        @SuppressWarnings("NullAway") // null is a value where T allows it
        void answer() {
            if (fault == null) {
                outcome.complete(value);
            } else {
                outcome.completeExceptionally(fault);
            }
        }

        /// The group's commit failed: this job's own fault if it had one, else "try again".
        void fail(Throwable groupFault) {
            Throwable own = fault;
            if (own == null) {
                own = overloaded();
                own.addSuppressed(groupFault);
            }
            outcome.completeExceptionally(own);
        }

        T await() {
            try {
                return outcome.join();
            } catch (CompletionException e) {
                throw rethrowable(e);
            }
        }

        private static RuntimeException rethrowable(CompletionException e) {
            return switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException fault -> fault;
                case null, default -> e;
            };
        }
    }
}
