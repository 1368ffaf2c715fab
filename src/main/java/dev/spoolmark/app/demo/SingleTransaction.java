package dev.spoolmark.app.demo;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseStats;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.Tx;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A database whose reads and writes all belong to one transaction of the caller.
///
/// Features over it store thousands of changes with one commit. An exception has to reach the caller, whose
/// transaction is then rolled back.
record SingleTransaction(Engine engine, Tx tx) implements Database {

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return work.run(tx);
    }

    @Override
    public <T extends @Nullable Object> T snapshot(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return work.run(tx);
    }

    @Override
    public List<String> integrityProblems() {
        throw new UnsupportedOperationException("only the database itself can be checked");
    }

    @Override
    public DatabaseStats load() {
        throw new UnsupportedOperationException("only the database itself has statistics");
    }

    @Override
    public void close() {
        // The caller ends the transaction.
    }
}
