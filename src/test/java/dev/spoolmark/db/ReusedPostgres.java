package dev.spoolmark.db;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL database that is emptied and used again by a later test when it is closed: to empty one takes a tenth
/// of the time of creating one. A test that changes the schema must use a database of its own.
final class ReusedPostgres implements Database {

    /// All rows that migrations insert.
    private static final String INITIAL_ROWS = "INSERT INTO catalog_revision (id, value) VALUES (1, 0)";

    private static final Queue<PostgresLogin> UNUSED = new ConcurrentLinkedQueue<>();

    private final PostgresLogin login;
    private final Database database;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ReusedPostgres(PostgresLogin login) {
        this.login = login;
        this.database = DatabaseFactory.postgres(login);
    }

    /// @param create creates a database that has all migrations
    static Database open(Supplier<PostgresLogin> create) {
        PostgresLogin unused = UNUSED.poll();
        if (unused == null) {
            return new ReusedPostgres(create.get());
        }
        clear(unused);
        return new ReusedPostgres(unused);
    }

    private static void clear(PostgresLogin login) {
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            List<String> used = strings(
                    statement,
                    strings(
                                    statement,
                                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                                            + " AND tablename <> 'schema_history' ORDER BY tablename")
                            .stream()
                            .map(table -> "SELECT '" + table + "' WHERE EXISTS (SELECT 1 FROM " + table + ")")
                            .collect(Collectors.joining(" UNION ALL ")));
            statement.execute("TRUNCATE " + String.join(", ", used) + " CASCADE");
            statement.execute(INITIAL_ROWS);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of an earlier test cannot be emptied", e);
        }
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return database.read(work);
    }

    @Override
    public <T extends @Nullable Object> T snapshot(Supplier<T> work) {
        return database.snapshot(work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return database.write(work);
    }

    @Override
    public Engine engine() {
        return database.engine();
    }

    @Override
    public List<String> integrityProblems() {
        return database.integrityProblems();
    }

    @Override
    public DatabaseStats load() {
        return database.load();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            database.close();
            UNUSED.add(login);
        }
    }
}
