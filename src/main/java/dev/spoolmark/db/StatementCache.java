package dev.spoolmark.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Prepared statements of one connection, keyed by their text. Not thread-safe.
final class StatementCache implements AutoCloseable {

    private static final int MAX_STATEMENTS = 256;

    /// Fetch size on PostgreSQL.
    private static final int FETCH_SIZE = 500;

    private final Connection connection;
    private final int seconds;
    private final boolean streaming;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

    StatementCache(Connection connection) {
        this(connection, 0, false);
    }

    /// @param seconds time limit of a statement; 0 for no limit
    /// @param streams whether rows are fetched in chunks only if requested, inside a transaction
    private StatementCache(Connection connection, int seconds, boolean streams) {
        this.connection = connection;
        this.seconds = seconds;
        this.streaming = streams;
    }

    /// Statements for PostgreSQL, whose driver otherwise reads all rows of a query before it returns the first.
    static StatementCache ofPostgres(Connection connection, int seconds) {
        return new StatementCache(connection, seconds, true);
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement cached = statements.get(sql);
        if (cached != null) {
            return cached;
        }
        PreparedStatement prepared = connection.prepareStatement(sql);
        if (seconds > 0) {
            prepared.setQueryTimeout(seconds);
        }
        statements.put(sql, prepared);
        if (statements.size() > MAX_STATEMENTS) {
            closeOldest();
        }
        return prepared;
    }

    /// Runs a query and streams its rows.
    ///
    /// @param bound prepares the statement; the rows are closed when `reading` returns
    void stream(Bound bound, Reading reading) throws SQLException {
        if (!streaming) {
            read(bound.statement(), reading);
        } else if (connection.getAutoCommit()) {
            streamInTransaction(bound, reading);
        } else {
            setFetchSize(bound.statement(), reading);
        }
    }

    /// Fetches rows in chunks, which requires a transaction. It changes nothing, so its end does not matter.
    private void streamInTransaction(Bound bound, Reading reading) throws SQLException {
        connection.setAutoCommit(false);
        try {
            setFetchSize(bound.statement(), reading);
        } catch (Throwable error) {
            try {
                endTransaction();
            } catch (SQLException broken) {
                error.addSuppressed(broken);
            }
            throw error;
        }
        endTransaction();
    }

    private void endTransaction() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static void setFetchSize(PreparedStatement statement, Reading reading) throws SQLException {
        statement.setFetchSize(FETCH_SIZE);
        read(statement, reading);
        statement.setFetchSize(0);
    }

    private static void read(PreparedStatement statement, Reading reading) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            reading.read(rows);
        }
    }

    /// Prepares a statement and binds its parameters.
    interface Bound {

        PreparedStatement statement() throws SQLException;
    }

    /// Reads the rows of a result.
    interface Reading {

        void read(ResultSet rows) throws SQLException;
    }

    void executeOnce(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    /// Like [#executeOnce], for statements that are run repeatedly and return no rows.
    void execute(String sql) {
        try {
            prepare(sql).execute();
        } catch (SQLException e) {
            throw toException(sql, e);
        }
    }

    /// Must be called with every failure of a statement from [#prepare]: the SQLite driver closes such a
    /// statement, and it must not be reused.
    DatabaseException toException(String sql, SQLException cause) {
        PreparedStatement failed = statements.remove(sql);
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
        return DatabaseException.of(cause);
    }

    private void closeOldest() throws SQLException {
        var oldest = statements.entrySet().iterator();
        PreparedStatement statement = oldest.next().getValue();
        oldest.remove();
        statement.close();
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }
}
