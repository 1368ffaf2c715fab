package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// Integrity problems that another process caused in the SQLite file.
class SqliteProblemsTest {

    private final Path file = TestDatabases.folder().resolve("spoolmark.db");

    @Test
    void aRowWithoutItsParentIsAProblem() throws SQLException {
        DatabaseFactory.sqlite(file).close();
        executeDirectly("INSERT INTO season (season_id, show_id, number, provisional) VALUES (1, 404, 1, 0)");

        try (Database database = DatabaseFactory.sqlite(file)) {
            assertThat(database.integrityProblems())
                    .containsExactly("a row of season references a missing row of show");
        }
    }

    /// Foreign keys are off by default on a connection.
    private void executeDirectly(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
