package dev.spoolmark.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server with a connection pool. Each write is a transaction at READ COMMITTED.
final class PostgresDatabase implements Database {

    private static final System.Logger LOG = System.getLogger(PostgresDatabase.class.getName());
    private static final int MAX_ATTEMPTS = 5;
    private static final int SECONDS_FOR_IDS = 30;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final HikariDataSource idPool;
    private final HiLoIdAllocator ids;
    private final CommitCounters counters = new CommitCounters();
    private final ScopedValue<Tx> snapshot = ScopedValue.newInstance();

    PostgresDatabase(PostgresLogin login) {
        this.pool = pool(login, login.connections());
        // Blocks of ids come over a connection of their own: a caller that waits for one already holds a pooled one.
        this.idPool = pool(login, 1);
        this.ids = new HiLoIdAllocator(Engine.POSTGRESQL.idBlock(), this::reserveIds);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        try {
            return snapshot.isBound() ? work.run(snapshot.get()) : withReader(work);
        } catch (DatabaseException e) {
            throw e.rejected(LOG);
        }
    }

    private <T extends @Nullable Object> T withReader(Work<T> work) {
        Connection connection = borrow();
        try {
            return work.run(new Tx(statements(connection), ids));
        } finally {
            release(connection);
        }
    }

    /// The pool rolls the transaction back and resets the connection.
    @Override
    public <T extends @Nullable Object> T snapshot(Supplier<T> work) {
        if (snapshot.isBound()) {
            return work.get();
        }
        Connection connection = borrow();
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            Tx tx = new Tx(statements(connection), ids);
            // The first statement fixes the moment.
            tx.findFirst("SELECT 1", row -> row.getInt(1));
            return ScopedValue.where(snapshot, tx).call(work::get);
        } catch (SQLException e) {
            throw rejected(e);
        } catch (DatabaseException e) {
            throw e.rejected(LOG);
        } finally {
            release(connection);
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (DatabaseException e) {
                if (!e.isTransient()) {
                    throw e.rejected(LOG);
                }
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private <T extends @Nullable Object> T attempt(Work<T> work) {
        long began = System.nanoTime();
        Connection connection = borrow();
        try {
            connection.setAutoCommit(false);
            T value = work.run(new Tx(statements(connection), ids));
            commit(connection);
            counters.committed(1, began);
            return value;
        } catch (SQLException e) {
            throw rejected(e);
        } finally {
            release(connection);
        }
    }

    private Connection borrow() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw rejected(e);
        }
    }

    /// A commit that the server rejects was not made. Without a response the outcome is unknown.
    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            DatabaseException failure = DatabaseException.of(e);
            if (failure.isConnectionLost() || failure.isTimeout()) {
                throw new ProblemException(new Problem.OutcomeUnknown(RETRY));
            }
            throw failure;
        }
    }

    /// The pool rolls back uncommitted work and closes broken connections. Neither changes the outcome of the
    /// work.
    private static void release(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            LOG.log(System.Logger.Level.DEBUG, "a connection failed when it was returned to the pool");
        }
    }

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    /// PostgreSQL checks its files itself.
    @Override
    public List<String> integrityProblems() {
        return List.of();
    }

    @Override
    public DatabaseStats load() {
        return counters.load(pool.getHikariPoolMXBean().getThreadsAwaitingConnection());
    }

    @Override
    public void close() {
        pool.close();
        idPool.close();
    }

    /// The driver enforces the time limit, not the server: a pooler may give the session to other clients.
    private static StatementCache statements(Connection connection) {
        long millis = QueryTimeout.current().orElse(Duration.ZERO).toMillis();
        return StatementCache.ofPostgres(connection, Math.toIntExact(Math.ceilDiv(millis, 1_000)));
    }

    private long reserveIds(String sql, String name, int size, StatementCache statements) {
        try (Connection connection = idPool.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(SECONDS_FOR_IDS); // all who need ids stand behind this one
            statement.setString(1, name);
            statement.setInt(2, size);
            statement.setInt(3, size);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw rejected(e);
        }
    }

    /// A pool without a free connection is overload, and so is a server that does not respond.
    private static RuntimeException rejected(SQLException e) {
        return e instanceof SQLTransientConnectionException
                ? new ProblemException(new Problem.Overloaded(RETRY))
                : DatabaseException.of(e).rejected(LOG);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5, 20L * attempt + 5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HikariDataSource pool(PostgresLogin login, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(60_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("prepareThreshold", login.prepareThreshold());
        config.addDataSourceProperty("ApplicationName", "spoolmark");
        return new HikariDataSource(config);
    }
}
