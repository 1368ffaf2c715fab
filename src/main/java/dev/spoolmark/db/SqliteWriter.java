package dev.spoolmark.db;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The only thread that writes to SQLite.
///
/// It takes all waiting jobs, runs them in one transaction, all but the first in a savepoint, syncs once, and
/// then completes them. A job that fails rolls back only its own work; if the commit fails, all jobs fail.
///
/// Nothing that a job or the engine throws ends the thread, and every job is completed. If the thread ends
/// nevertheless, waiting and later jobs fail at once.
final class SqliteWriter implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SqliteWriter.class.getName());

    private static final int QUEUE_CAPACITY = 4_096;
    private static final int MAX_GROUP_SIZE = 200;
    private static final long MAX_GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Problem OVERLOADED = new Problem.Overloaded(RETRY);

    private final StatementCache statements;
    private final HiLoIdAllocator ids;
    private final BlockingQueue<WriteJob<?>> waiting = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
    private final CommitCounters counters = new CommitCounters();
    private final Thread thread;
    private boolean inTransaction;
    private boolean committing;
    private boolean failing;
    private volatile boolean closing;
    private volatile boolean ended;

    SqliteWriter(StatementCache statements, HiLoIdAllocator ids) {
        this.statements = statements;
        this.ids = ids;
        this.thread = Thread.ofPlatform().name("store-writer").start(this::loop);
    }

    <T extends @Nullable Object> T write(Database.Work<T> work) {
        if (Thread.currentThread() == thread) {
            throw new DatabaseException("nested transaction");
        }
        WriteJob<T> job = new WriteJob<>(work);
        if (closing || ended || !waiting.offer(job)) {
            throw ended && !closing ? endedProblem() : overloaded();
        }
        if (ended) {
            failWaiting(); // it ended between the look and the offer, and nobody takes the job any more
        }
        return job.await();
    }

    DatabaseStats load() {
        return counters.load(waiting.size());
    }

    private void loop() {
        try {
            List<WriteJob<?>> group = new ArrayList<>(MAX_GROUP_SIZE);
            while (!closing || !waiting.isEmpty()) {
                WriteJob<?> first = next();
                if (first != null) {
                    group.clear();
                    group.add(first);
                    commitTogether(group);
                }
            }
        } finally {
            ended = true;
            failWaiting();
        }
    }

    /// Clears an interrupt that a job left behind.
    private @Nullable WriteJob<?> next() {
        try {
            return waiting.poll(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return null;
        }
    }

    /// @param group the first job, to which further jobs are added
    private void commitTogether(List<WriteJob<?>> group) {
        Throwable error = null;
        committing = false;
        try {
            long began = System.nanoTime();
            runAll(group);
            committing = true;
            statements.execute("COMMIT");
            inTransaction = false;
            counters.committed(group.size(), began);
        } catch (Throwable any) {
            error = any;
        } finally {
            complete(group, error);
        }
    }

    private void complete(List<WriteJob<?>> group, @Nullable Throwable error) {
        RuntimeException otherwise = error == null ? null : toException(error);
        try {
            rollbackAll();
        } catch (Throwable later) {
            // The next transaction begins with taking this one back.
        } finally {
            for (WriteJob<?> job : group) {
                job.complete(otherwise);
            }
        }
        logFailure(error == null ? firstStorageFault(group) : error);
    }

    private static @Nullable Throwable firstStorageFault(List<WriteJob<?>> group) {
        for (WriteJob<?> job : group) {
            if (job.failure() instanceof DatabaseException failure
                    && failure.asProblem().isPresent()) {
                return failure;
            }
        }
        return null;
    }

    private void runAll(List<WriteJob<?>> group) {
        rollbackAll();
        begin();
        runUnguarded(group.getFirst());
        long until = System.nanoTime() + MAX_GROUP_NANOS;
        while (group.size() < MAX_GROUP_SIZE && System.nanoTime() < until) {
            WriteJob<?> job = waiting.poll();
            if (job == null) {
                return;
            }
            group.add(job);
            runInSavepoint(job);
        }
    }

    private void begin() {
        committing = false;
        inTransaction = true;
        statements.execute("BEGIN IMMEDIATE");
    }

    /// Before the first write of a transaction no savepoint is needed, for which SQLite copies every changed
    /// page.
    private void runUnguarded(WriteJob<?> job) {
        if (!job.run(new Tx(statements, ids))) {
            statements.execute("ROLLBACK");
            ids.discardBlocks();
            begin();
        }
    }

    private void runInSavepoint(WriteJob<?> job) {
        statements.execute("SAVEPOINT job");
        if (!job.run(new Tx(statements, ids))) {
            statements.execute("ROLLBACK TO job");
            ids.discardBlocks();
        }
        statements.execute("RELEASE job");
    }

    /// Has no effect after a commit.
    private void rollbackAll() {
        if (!inTransaction) {
            return;
        }
        ids.discardBlocks();
        try {
            statements.execute("ROLLBACK");
        } catch (DatabaseException alreadyRolledBack) {
            // SQLite rolls back by itself after some failures; then nothing is left to roll back.
        }
        inTransaction = false;
    }

    /// The problem for jobs that succeeded, but whose commit failed or has an unknown outcome.
    private RuntimeException toException(Throwable error) {
        if (error instanceof DatabaseException failure) {
            return new ProblemException(
                    committing
                            ? failure.asProblemOfCommit()
                            : failure.asProblem().orElse(OVERLOADED));
        }
        return new ProblemException(committing ? new Problem.OutcomeUnknown(RETRY) : OVERLOADED);
    }

    /// Logs only the first failure of a series, and its end: on a full disk every write fails.
    private void logFailure(@Nullable Throwable error) {
        if (error != null && !failing) {
            LOG.log(System.Logger.Level.ERROR, "database writes fail: {0}", describe(error));
        } else if (error == null && failing) {
            LOG.log(System.Logger.Level.INFO, "database writes succeed again");
        }
        failing = error != null;
    }

    /// Omits the message of a foreign exception, which may quote stored text.
    private static String describe(Throwable error) {
        return error instanceof DatabaseException
                ? String.valueOf(error.getMessage())
                : error.getClass().getName();
    }

    private void failWaiting() {
        for (WriteJob<?> job = waiting.poll(); job != null; job = waiting.poll()) {
            job.complete(closing ? overloaded() : endedProblem());
        }
    }

    private static ProblemException endedProblem() {
        return new ProblemException(
                Problem.Unavailable.because("the database writer thread has ended: restart the server"));
    }

    private static ProblemException overloaded() {
        return new ProblemException(OVERLOADED);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failWaiting();
        statements.close();
    }
}
