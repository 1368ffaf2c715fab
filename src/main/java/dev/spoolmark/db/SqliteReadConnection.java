package dev.spoolmark.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/// A connection to a SQLite file that only reads, and stops when its time is up. Used by one thread at a time.
final class SqliteReadConnection implements AutoCloseable {

    /// How many steps of SQLite's machine are made between two looks at the clock, a millisecond or two: a statement
    /// that takes less never looks.
    private static final int STEPS = 100_000;

    private final StatementCache statements;
    private boolean limited;
    private long until;

    SqliteReadConnection(StatementCache statements) {
        this.statements = statements;
        statements.executeOnce("PRAGMA query_only = ON");
        try {
            ProgressHandler.setHandler(statements.connection(), STEPS, new ProgressHandler() {
                @Override
                protected int progress() {
                    return isOver() ? 1 : 0;
                }
            });
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    StatementCache statements() {
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
