package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Fills every table and column of each earlier schema version, migrates, and compares the rows. A migration that
/// changes rows on purpose needs an exception here.
class UpgradeTest {

    private static final int ROWS = 3;

    /// A table with the types of its columns.
    private record Table(String name, Map<String, String> columns) {}

    static Stream<Arguments> versions() throws IOException, URISyntaxException {
        return MigrationsTest.numbers().stream()
                .flatMap(version -> Stream.of(Engine.values()).map(engine -> Arguments.of(engine, version)));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("versions")
    void rowsSurviveMigration(Engine engine, int version) throws SQLException {
        TargetDatabase target = engine == Engine.SQLITE
                ? TargetDatabase.of(TestDatabases.folder().resolve("spoolmark.db"))
                : TargetDatabase.of(TestDatabases.login());
        target.migrations().migrateTo(version);
        Map<String, List<String>> previous;
        List<Table> tables;
        try (Connection connection = target.connect()) {
            tables = tables(connection, engine);
            for (Table table : tables) {
                fill(connection, table);
            }
            previous = content(connection, tables);
        }

        target.migrations().migrate();

        try (Connection connection = target.connect()) {
            assertThat(content(connection, tables)).isEqualTo(previous);
        }
        assertThat(target.migrations().version()).isEqualTo(Migrations.NEWEST);
        assertThat(previous)
                .isNotEmpty()
                .allSatisfy((table, rows) -> assertThat(rows).as(table).hasSizeGreaterThanOrEqualTo(ROWS));
    }

    private record TargetDatabase(Migrations migrations, String url, String user) {

        static TargetDatabase of(Path file) {
            return new TargetDatabase(Migrations.sqlite(file), "jdbc:sqlite:" + file, "");
        }

        static TargetDatabase of(PostgresLogin login) {
            return new TargetDatabase(Migrations.postgres(login), login.url(), login.user());
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, "");
        }
    }

    private static List<Table> tables(Connection connection, Engine engine) throws SQLException {
        List<Table> tables = new ArrayList<>();
        String schema = engine == Engine.SQLITE ? null : "public";
        try (ResultSet names = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (names.next()) {
                String name = names.getString("TABLE_NAME");
                if (!name.equals("schema_history") && !name.startsWith("sqlite_")) {
                    tables.add(new Table(name, new LinkedHashMap<>()));
                }
            }
        }
        for (Table table : tables) {
            try (ResultSet columns = connection.getMetaData().getColumns(null, schema, table.name(), "%")) {
                while (columns.next()) {
                    table.columns().put(columns.getString("COLUMN_NAME"), columns.getString("TYPE_NAME"));
                }
            }
        }
        return tables;
    }

    /// Inserts values that no migration would write. Foreign keys are not checked.
    private static void fill(Connection connection, Table table) throws SQLException {
        String columns = String.join(", ", table.columns().keySet());
        String marks = table.columns().keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO " + table.name() + " (" + columns + ") VALUES (" + marks + ")")) {
            statement.execute(
                    connection.getMetaData().getURL().startsWith("jdbc:sqlite:")
                            ? "PRAGMA foreign_keys = OFF"
                            : "SET session_replication_role = replica");
            for (int row = 1; row <= ROWS; row++) {
                int column = 1;
                for (String type : table.columns().values()) {
                    insert.setObject(column, value(type, 1_000 * row + column));
                    column++;
                }
                insert.execute();
            }
        }
    }

    private static Object value(String type, int number) {
        return switch (type.toLowerCase(java.util.Locale.ROOT)) {
            case "text" -> "text " + number + " äöü";
            case "boolean", "bool" -> number % 2 == 0;
            default -> number;
        };
    }

    private static Map<String, List<String>> content(Connection connection, List<Table> tables) throws SQLException {
        Map<String, List<String>> content = new LinkedHashMap<>();
        for (Table table : tables) {
            List<String> rows = new ArrayList<>();
            String columns = String.join(", ", table.columns().keySet());
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT " + columns + " FROM " + table.name())) {
                while (found.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int column = 1; column <= table.columns().size(); column++) {
                        row.append(found.getString(column)).append('|');
                    }
                    rows.add(row.toString());
                }
            }
            content.put(table.name(), rows.stream().sorted().toList());
        }
        return content;
    }
}
