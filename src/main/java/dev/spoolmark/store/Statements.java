package dev.spoolmark.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The prepared statements of one connection, kept by their text. Used by one thread at a time.
final class Statements implements AutoCloseable {

    private static final int KEPT = 256;

    private final Connection connection;
    private final int seconds;
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>(16, 0.75f, true);

    Statements(Connection connection) {
        this(connection, 0);
    }

    /// @param seconds how long each statement may take; 0 for as long as it takes
    Statements(Connection connection, int seconds) {
        this.connection = connection;
        this.seconds = seconds;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement get(String sql) throws SQLException {
        PreparedStatement known = kept.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement prepared = connection.prepareStatement(sql);
        if (seconds > 0) {
            prepared.setQueryTimeout(seconds);
        }
        kept.put(sql, prepared);
        if (kept.size() > KEPT) {
            closeOldest();
        }
        return prepared;
    }

    void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    /// Like [#run], for what is run again and again and has no rows.
    void again(String sql) {
        try {
            get(sql).execute();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /// To be called with every failure of a statement from [#get]: the driver of SQLite lets go of one that failed, and
    /// whoever ran the same text again would fail for ever.
    StoreFailure failed(String sql, SQLException cause) {
        PreparedStatement failed = kept.remove(sql);
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException alreadyGone) {
                cause.addSuppressed(alreadyGone);
            }
        }
        return StoreFailure.of(cause);
    }

    private void closeOldest() throws SQLException {
        var oldest = kept.entrySet().iterator();
        PreparedStatement statement = oldest.next().getValue();
        oldest.remove();
        statement.close();
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : kept.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }
}
