package dev.spoolmark.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Inserts the rows of a catalog table by table in one thread: the upper bound for inserting row by row.
final class RawInsertBaseline {

    private static final List<String> TABLES =
            List.of("movie", "show", "season", "episode", "slug", "external_id", "item_genre");
    private static final int BATCH_SIZE = 10_000;

    private final Path from;

    RawInsertBaseline(Path from) {
        this.from = from;
    }

    /// Returns the seconds for inserting, without reading.
    double into(Path store) throws SQLException {
        double seconds = 0;
        try (Connection source = open(from);
                Connection target = open(store)) {
            target.setAutoCommit(false);
            for (String table : TABLES) {
                seconds += copy(table, source, target);
            }
        }
        return seconds;
    }

    private static double copy(String table, Connection source, Connection target) throws SQLException {
        try (Statement reading = source.createStatement();
                ResultSet rows = reading.executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            String insert = "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(columns - 1) + ")";
            double seconds = 0;
            try (PreparedStatement writing = target.prepareStatement(insert)) {
                for (var batch = next(rows, columns); !batch.isEmpty(); batch = next(rows, columns)) {
                    seconds += write(writing, batch);
                }
            }
            return seconds;
        }
    }

    private static double write(PreparedStatement statement, List<@Nullable Object[]> rows) throws SQLException {
        long began = System.nanoTime();
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
            statement.addBatch();
        }
        statement.executeBatch();
        statement.getConnection().commit();
        return (System.nanoTime() - began) / 1e9;
    }

    private static List<@Nullable Object[]> next(ResultSet rows, int columns) throws SQLException {
        List<@Nullable Object[]> batch = new ArrayList<>(BATCH_SIZE);
        while (batch.size() < BATCH_SIZE && rows.next()) {
            @Nullable Object[] row = new @Nullable Object[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = rows.getObject(i + 1);
            }
            batch.add(row);
        }
        return batch;
    }

    private static Connection open(Path store) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute("PRAGMA cache_size = -8192");
        }
        return connection;
    }
}
