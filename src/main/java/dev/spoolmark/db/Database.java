package dev.spoolmark.db;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The database, SQLite or PostgreSQL.
///
/// Units of work are short and do not wait for the network. The engine may require a retry, so a unit of work
/// has no side effects except through its [Tx].
public interface Database extends AutoCloseable {

    /// Runs `work` without a transaction. Every statement sees all writes that were acknowledged before it
    /// started.
    <T extends @Nullable Object> T read(Work<T> work);

    /// Runs `work` so that every [#read] of this thread in it sees the database as it was when `work` began,
    /// whatever is written meanwhile. Other threads are not affected.
    ///
    /// It occupies a connection, and the journal of SQLite grows meanwhile, so it must be bounded and must not
    /// wait for the network. `work` must not write, and must not fill a cache: the cache would keep rows that
    /// have changed since.
    ///
    /// @throws ProblemException with `Problem.Overloaded` when no connection is available in time
    <T extends @Nullable Object> T snapshot(Supplier<T> work);

    /// Runs `work` as one transaction. When this returns, the rows survive a power failure.
    ///
    /// @throws ProblemException with `Problem.Overloaded` when the write was not accepted, with
    ///     `Problem.Unavailable` when nothing can be stored, and with `Problem.OutcomeUnknown` when it may or
    ///     may not have been committed
    <T extends @Nullable Object> T write(Work<T> work);

    Engine engine();

    /// Commits a small write. It fails as other writes would fail.
    default void probe() {
        write(tx -> tx.update(WriteProbe.COUNT));
    }

    /// Integrity problems of the database files, without stored text; empty if there are none. Reads the whole
    /// database.
    List<String> integrityProblems();

    /// Statistics for monitoring.
    DatabaseStats load();

    /// Finishes accepted writes, then closes all connections.
    @Override
    void close();

    /// A unit of work inside one transaction.
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {

        T run(Tx tx);
    }
}
