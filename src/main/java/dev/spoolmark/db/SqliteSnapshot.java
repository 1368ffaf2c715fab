package dev.spoolmark.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// A SQLite file that is not written to: no migrations, no journal.
final class SqliteSnapshot implements Database {

    private final StatementCache statements;
    private final HiLoIdAllocator noIds = new HiLoIdAllocator(1, (sql, name, size, caller) -> {
        throw readOnly();
    });

    SqliteSnapshot(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try {
            this.statements = new StatementCache(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    @Override
    public synchronized <T extends @Nullable Object> T read(Work<T> work) {
        return work.run(new Tx(statements, noIds));
    }

    /// The file does not change.
    @Override
    public <T extends @Nullable Object> T snapshot(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        throw readOnly();
    }

    @Override
    public Engine engine() {
        return Engine.SQLITE;
    }

    @Override
    public List<String> integrityProblems() {
        return read(SqliteDatabase::problems);
    }

    @Override
    public DatabaseStats load() {
        return new DatabaseStats(0, 0, Duration.ZERO, 0);
    }

    @Override
    public void close() {
        statements.close();
    }

    private static DatabaseException readOnly() {
        return new DatabaseException("a snapshot is read-only");
    }
}
