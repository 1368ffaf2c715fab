package dev.spoolmark.db;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Applies the numbered migrations in `db/common`. Statements that differ between the engines would be in
/// `db/sqlite` and `db/postgresql`.
///
/// Loading the migration library takes about 0.3 s, so one query first checks whether there is anything to
/// apply.
final class Migrations {

    /// Number of the newest migration. `MigrationsTest` compares it with the files.
    static final int NEWEST = 46;

    private static final String HISTORY = "schema_history";

    private final Engine engine;
    private final String url;
    private final String user;
    private final String password;

    private Migrations(Engine engine, String url, String user, String password) {
        this.engine = engine;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static Migrations sqlite(Path file) {
        return new Migrations(Engine.SQLITE, "jdbc:sqlite:" + file.toAbsolutePath(), "", "");
    }

    static Migrations postgres(PostgresLogin login) {
        return new Migrations(Engine.POSTGRESQL, login.url(), login.user(), login.password());
    }

    void migrate() {
        int found = version();
        if (found > NEWEST) {
            throw new DatabaseException("the database was written by a newer version of Spoolmark (schema " + found
                    + ", this version supports " + NEWEST + "): start the newer version, or restore an older backup");
        }
        if (found < NEWEST) {
            migrateTo(NEWEST);
        }
    }

    /// Number of the last migration applied, 0 for an empty database.
    int version() {
        try (var connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            if (!hasHistory(statement)) {
                return 0;
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT max(CAST(version AS INTEGER)) FROM " + HISTORY + " WHERE success")) {
                return row.next() ? row.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    private boolean hasHistory(Statement statement) throws SQLException {
        String sql = engine == Engine.SQLITE
                ? "SELECT count(*) FROM sqlite_master WHERE name = '" + HISTORY + "'"
                : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = '" + HISTORY
                        + "'";
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    /// Applies the migrations up to this number.
    void migrateTo(int version) {
        try {
            Flyway.configure()
                    .dataSource(url, user, password)
                    .table(HISTORY)
                    .locations("classpath:db/common", "classpath:db/" + engine.folder())
                    .sqlMigrationPrefix("")
                    .sqlMigrationSeparator("-")
                    .target(Integer.toString(version))
                    .placeholders(Map.of("clustered", engine.clustered(), "bytewise", engine.bytewise()))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseException("could not apply the database migrations: " + e.getErrorCode());
        }
    }
}
