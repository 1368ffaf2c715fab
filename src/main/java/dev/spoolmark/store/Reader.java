package dev.spoolmark.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/// A connection to a SQLite file that only reads, and stops when its time is up. Used by one thread at a time.
final class Reader implements AutoCloseable {

    /// How many steps of SQLite's machine are made between two looks at the clock, a millisecond or two: a statement
    /// that takes less never looks.
    private static final int STEPS = 100_000;

    private final Statements statements;
    private boolean limited;
    private long until;

    Reader(Statements statements) {
        this.statements = statements;
        statements.run("PRAGMA query_only = ON");
        try {
            ProgressHandler.setHandler(statements.connection(), STEPS, new ProgressHandler() {
                @Override
                protected int progress() {
                    return isOver() ? 1 : 0;
                }
            });
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    Statements statements() {
        return statements;
    }

    /// @param budget null for as long as it takes
    <T extends @Nullable Object> T within(@Nullable Duration budget, Supplier<T> work) {
        limited = budget != null;
        until = budget == null ? 0 : System.nanoTime() + budget.toNanos();
        try {
            return work.get();
        } finally {
            limited = false;
        }
    }

    private boolean isOver() {
        return limited && System.nanoTime() - until > 0;
    }

    @Override
    public void close() {
        statements.close();
    }
}
