package dev.spoolmark.db;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// A SQLite file with one writer thread with group commit, and a few read connections.
///
/// `synchronous=FULL` is not configurable: with less, power failures lost acknowledged plays
/// (`docs/scaling.md#exactly-once-plays`).
final class SqliteDatabase implements Database {

    private static final System.Logger LOG = System.getLogger(SqliteDatabase.class.getName());
    private static final int READERS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final int RESERVED_READERS = 1;
    private static final List<String> PRAGMAS = List.of(
            "PRAGMA busy_timeout = 10000",
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "PRAGMA foreign_keys = ON",
            "PRAGMA temp_store = MEMORY",
            "PRAGMA secure_delete = ON");

    /// In bytes: a journal that grew during a long read, such as an export, is cut to this size after it.
    private static final int MAX_IDLE_JOURNAL = 64 * 1024 * 1024;

    private final Path file;
    private final HiLoIdAllocator ids;
    private final SqliteWriter writer;
    private final ReaderPool readers;
    private final ScopedValue<Tx> snapshot = ScopedValue.newInstance();

    SqliteDatabase(Path file, Workload workload) {
        this.file = file;
        this.ids = new HiLoIdAllocator(Engine.SQLITE.idBlock(), SqliteDatabase::reserveIds);
        this.writer = new SqliteWriter(writeConnection(file, workload), ids);
        this.readers = new ReaderPool(
                IntStream.range(0, READERS + RESERVED_READERS)
                        .mapToObj(n -> new SqliteReadConnection(connect(file, 1_024)))
                        .toList(),
                RESERVED_READERS);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        try {
            return snapshot.isBound() ? work.run(snapshot.get()) : withReader(work);
        } catch (DatabaseException e) {
            throw e.rejected(LOG);
        }
    }

    @Override
    public <T extends @Nullable Object> T snapshot(Supplier<T> work) {
        if (snapshot.isBound()) {
            return work.get();
        }
        try {
            return withReader(tx -> ScopedValue.where(snapshot, tx).call(() -> inReadTransaction(tx, work)));
        } catch (DatabaseException e) {
            throw e.rejected(LOG);
        }
    }

    private <T extends @Nullable Object> T withReader(Work<T> work) {
        Duration budget = QueryTimeout.current().orElse(null);
        try (ReaderPool.Lease lease = readers.borrow(QueryTimeout.isUrgent(), budget)) {
            SqliteReadConnection reader = lease.reader();
            return reader.within(
                    budget == null ? null : lease.left(), () -> work.run(new Tx(reader.statements(), ids)));
        }
    }

    /// SQLite fixes the moment at the first read of a transaction. An error may have ended the transaction already.
    private static <T extends @Nullable Object> T inReadTransaction(Tx tx, Supplier<T> work) {
        tx.execute("BEGIN");
        try {
            tx.findFirst("SELECT count(*) FROM sqlite_schema", row -> row.getLong(1));
            T result = work.get();
            tx.execute("COMMIT");
            return result;
        } catch (Throwable failure) {
            try {
                tx.execute("ROLLBACK");
            } catch (DatabaseException ended) {
                failure.addSuppressed(ended);
            }
            throw failure;
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return writer.write(work);
    }

    @Override
    public Engine engine() {
        return Engine.SQLITE;
    }

    @Override
    public List<String> integrityProblems() {
        return read(SqliteDatabase::problems);
    }

    static List<String> problems(Tx tx) {
        List<String> found = new ArrayList<>(tx.query("PRAGMA integrity_check", row -> row.getString(1)));
        found.remove("ok");
        found.addAll(tx.query(
                "PRAGMA foreign_key_check",
                row -> "a row of " + row.getString(1) + " references a missing row of " + row.getString(3)));
        return found;
    }

    @Override
    public DatabaseStats load() {
        return writer.load();
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }

    @Override
    public String toString() {
        return "SQLite in " + file.getFileName();
    }

    private static StatementCache writeConnection(Path file, Workload workload) {
        StatementCache statements = connect(file, workload.cacheKib());
        statements.executeOnce("PRAGMA wal_autocheckpoint = " + workload.journalPages());
        statements.executeOnce("PRAGMA journal_size_limit = " + MAX_IDLE_JOURNAL);
        return statements;
    }

    private static StatementCache connect(Path file, int cacheKib) {
        try {
            StatementCache statements = new StatementCache(
                    DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), defaultProperties()));
            PRAGMAS.forEach(statements::executeOnce);
            statements.executeOnce("PRAGMA cache_size = -" + cacheKib);
            return statements;
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    /// Turns off a query of the driver for the last row id after every insert, which took 7 % of a play.
    private static Properties defaultProperties() {
        Properties settings = new Properties();
        settings.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.getPragmaName(), "false");
        return settings;
    }

    private static long reserveIds(String sql, String name, int size, StatementCache statements) {
        try {
            var statement = statements.prepare(sql);
            statement.setString(1, name);
            statement.setInt(2, size);
            statement.setInt(3, size);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw statements.toException(sql, e);
        }
    }
}
