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

    private static final int QUEUE = 4_096;
    private static final int GROUP = 200;
    private static final long GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Problem OVERLOADED = new Problem.Overloaded(RETRY);

    private final StatementCache statements;
    private final HiLoIdAllocator ids;
    private final BlockingQueue<WriteJob<?>> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final CommitCounters tally = new CommitCounters();
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
            throw ended && !closing ? ended() : overloaded();
        }
        if (ended) {
            failWaiting(); // it ended between the look and the offer, and nobody takes the job any more
        }
        return job.await();
    }

    DatabaseStats load() {
        return tally.load(waiting.size());
    }

    private void loop() {
        try {
            List<WriteJob<?>> group = new ArrayList<>(GROUP);
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
        } catch (InterruptedException leftBehind) {
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
            tally.committed(group.size(), began);
        } catch (Throwable any) {
            error = any;
        } finally {
            answer(group, error);
        }
    }

    private void answer(List<WriteJob<?>> group, @Nullable Throwable error) {
        RuntimeException otherwise = error == null ? null : refusal(error);
        try {
            rollbackAll();
        } catch (Throwable later) {
            // The next transaction begins with taking this one back.
        } finally {
            for (WriteJob<?> job : group) {
                job.answer(otherwise);
            }
        }
        note(error == null ? firstStorageFault(group) : error);
    }

    private static @Nullable Throwable firstStorageFault(List<WriteJob<?>> group) {
        for (WriteJob<?> job : group) {
            if (job.fault() instanceof DatabaseException failure
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
        long until = System.nanoTime() + GROUP_NANOS;
        while (group.size() < GROUP && System.nanoTime() < until) {
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
            // SQLite rolls back by itself after some failures; then there is nothing left to take back.
        }
        inTransaction = false;
    }

    /// The problem for jobs that succeeded, but whose commit failed or has an unknown outcome.
    private RuntimeException refusal(Throwable error) {
        if (error instanceof DatabaseException failure) {
            return new ProblemException(
                    committing
                            ? failure.asProblemOfCommit()
                            : failure.asProblem().orElse(OVERLOADED));
        }
        return new ProblemException(committing ? new Problem.OutcomeUnknown(RETRY) : OVERLOADED);
    }

    /// Logs only the first failure of a series, and its end: on a full disk every write fails.
    private void note(@Nullable Throwable error) {
        if (error != null && !failing) {
            LOG.log(System.Logger.Level.ERROR, "database writes fail: {0}", described(error));
        } else if (error == null && failing) {
            LOG.log(System.Logger.Level.INFO, "database writes succeed again");
        }
        failing = error != null;
    }

    /// Omits the message of a foreign exception, which may quote stored text.
    private static String described(Throwable error) {
        return error instanceof DatabaseException
                ? String.valueOf(error.getMessage())
                : error.getClass().getName();
    }

    private void failWaiting() {
        for (WriteJob<?> job = waiting.poll(); job != null; job = waiting.poll()) {
            job.answer(closing ? overloaded() : ended());
        }
    }

    private static ProblemException ended() {
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
