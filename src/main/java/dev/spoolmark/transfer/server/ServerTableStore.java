package dev.spoolmark.transfer.server;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import dev.spoolmark.transfer.server.ServerTable.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All tables of a database as rows of values. Touches the rows of all users.
final class ServerTableStore {

    private static final String SQLITE = """
            SELECT m.name, c.name, lower(c.type) FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.name
            """;

    private static final String POSTGRESQL = """
            SELECT table_name, column_name, data_type FROM information_schema.columns
            WHERE table_schema = current_schema() ORDER BY table_name, column_name
            """;

    /// What ends by itself within hours, and what belongs to one installation.
    private static final Set<String> LEFT_OUT = Set.of(
            "schema_history",
            "session",
            "session_token",
            "sign_in_challenge",
            "oauth_code",
            "oauth_device_code",
            "password_reset",
            "openid_request",
            "setup_code",
            "mail_queue",
            "idempotency_key",
            "import_run",
            "import_row",
            "import_list");

    /// Tables that others refer to.
    private static final List<String> FIRST = List.of("show", "person", "movie");

    private ServerTableStore() {}

    /// In an order in which they can be filled.
    static List<ServerTable> tables(Database database) {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        database.read(tx -> tx.query(
                        database.engine() == Engine.SQLITE ? SQLITE : POSTGRESQL,
                        row -> List.of(row.getString(1), row.getString(2), row.getString(3))))
                .forEach(column -> columns.computeIfAbsent(column.get(0), table -> new ArrayList<>())
                        .add(column(column.get(1), column.get(2))));
        List<ServerTable> tables = new ArrayList<>();
        columns.forEach((name, of) -> {
            if (!LEFT_OUT.contains(name)) {
                tables.add(new ServerTable(
                        name,
                        of.stream().sorted(Comparator.comparing(Column::name)).toList()));
            }
        });
        tables.sort(Comparator.<ServerTable>comparingInt(table -> FIRST.contains(table.name()) ? 0 : 1)
                .thenComparing(ServerTable::name));
        return tables;
    }

    private static Column column(String name, String type) {
        return new Column(name, type.startsWith("text") || type.startsWith("character"), type.startsWith("bool"));
    }

    /// Whether there is neither an account nor a title.
    static boolean isEmpty(Database database) {
        return List.of("account", "movie", "show", "person").stream()
                .allMatch(table ->
                        database.read(tx -> tx.findFirst("SELECT count(*) FROM " + table, row -> row.getLong(1)))
                                        .orElse(0L)
                                == 0);
    }

    static void forEach(Tx tx, ServerTable table, Consumer<List<@Nullable Object>> consumer) {
        tx.forEach(
                "SELECT " + String.join(", ", table.columnNames()) + " FROM " + table.name(),
                row -> consumer.accept(values(table, row)));
    }

    private static List<@Nullable Object> values(ServerTable table, Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            String text = row.textOrNull(i + 1);
            if (text == null) {
                values.add(null);
            } else if (column.isText()) {
                values.add(text);
            } else if (column.isFlag()) {
                values.add(row.getBoolean(i + 1));
            } else {
                values.add(row.getLong(i + 1));
            }
        }
        return values;
    }

    static void clear(Tx tx, List<ServerTable> tables) {
        tables.reversed().forEach(table -> tx.update("DELETE FROM " + table.name()));
    }

    static void insert(Tx tx, ServerTable table, List<@Nullable Object[]> rows) {
        tx.updateAll(
                "INSERT INTO " + table.name() + " (" + String.join(", ", table.columnNames()) + ") VALUES (?"
                        + ", ?".repeat(table.columns().size() - 1) + ")",
                rows);
    }
}
