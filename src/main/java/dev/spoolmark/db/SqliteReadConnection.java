package dev.spoolmark.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/// A read-only connection to a SQLite file with a time limit. Not thread-safe.
final class SqliteReadConnection implements AutoCloseable {

    /// Virtual machine instructions between two checks of the clock, about 1 to 2 ms.
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

    /// @param budget null for no limit
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
