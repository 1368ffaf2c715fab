package dev.spoolmark.transfer.run;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// All rows of a user, table by table. Items are named by their titles and numbers, lists by their names.
final class UserRowHash {

    /// Tables that an archive does not restore, with the reason.
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("account", "compared by the archive; has a password"),
            Map.entry("account_name", "the name of the account"),
            Map.entry("account_email", "the address of the account"),
            Map.entry("activity", "when each area was changed last, which may never go back"),
            Map.entry("audit_event", "what happened on this server"),
            Map.entry("changed_play", "to undo a change within 10 minutes"),
            Map.entry("deleted_comment", "to undo a deletion within 10 minutes"),
            Map.entry("deleted_play", "to undo a deletion within 10 minutes"),
            Map.entry("import_decision", "about files that were imported here"),
            Map.entry("import_list", "about files that were imported here"),
            Map.entry("import_row", "about files that were imported here"),
            Map.entry("import_run", "about files that were imported here"),
            Map.entry("item_alias", "not about users"),
            Map.entry("list_slug", "compared by the archive"),
            Map.entry("outbox", "changes that wait to be delivered"),
            Map.entry("play_dedup", "how a viewing of a player is stored only once"),
            Map.entry("play_month", "counts changes of the plays"),
            Map.entry("playback_progress", "compared by the archive; a point before a later play is never read"),
            Map.entry("removed_item", "to undo a removal within 10 minutes"),
            Map.entry("viewing_month", "derived from the plays"),
            Map.entry("watching", "ends by itself"));

    /// Ids of a server, orders of ids, and columns of earlier rows.
    private static final Set<String> IDS = Set.of(
            "user_id",
            "play_id",
            "entry_id",
            "comment_id",
            "note_id",
            "slug",
            "position",
            "app_id",
            "rank",
            "run",
            "attached_id",
            "list_id",
            "kind",
            "item_id",
            "show_id",
            "rules",
            "entry",
            "link_hash");

    private final Database database;
    private final Engine engine;

    UserRowHash(Database database, Engine engine) {
        this.database = database;
        this.engine = engine;
    }

    /// @return each row with its table, sorted
    List<String> of(UserId user) {
        Map<String, String> items = items();
        List<String> found = new ArrayList<>();
        columns().forEach((table, columns) -> {
            if (columns.contains("user_id") && !LEFT_OUT.containsKey(table)) {
                found.addAll(database.read(tx -> tx.query(
                        "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE user_id = ?",
                        row -> table + ": " + text(row, columns, items),
                        user.value())));
            }
        });
        found.sort(null);
        return found;
    }

    private static String text(Row row, List<String> columns, Map<String, String> items) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), String.valueOf(row.textOrNull(i + 1)));
        }
        StringBuilder text = new StringBuilder();
        if (values.containsKey("item_id")) {
            text.append(items.get(values.get("kind") + " " + values.get("item_id")))
                    .append(' ');
        }
        values.forEach((column, value) -> {
            if (!IDS.contains(column)) {
                text.append(column).append('=').append(flag(value)).append(' ');
            }
        });
        return text.toString();
    }

    /// SQLite stores 0 and 1.
    private static String flag(String value) {
        return switch (value) {
            case "true", "t" -> "1";
            case "false", "f" -> "0";
            default -> value;
        };
    }

    private Map<String, String> items() {
        Map<String, String> items = new HashMap<>();
        database.read(tx -> {
            tx.forEach(
                    "SELECT movie_id, title FROM movie ORDER BY movie_id",
                    row -> items.put("1 " + row.getLong(1), row.getString(2)));
            tx.forEach(
                    "SELECT show_id, title FROM show ORDER BY show_id",
                    row -> items.put("2 " + row.getLong(1), row.getString(2)));
            tx.forEach(
                    "SELECT season_id, number, title FROM season s JOIN show w ON w.show_id = s.show_id ORDER BY 1",
                    row -> items.put("3 " + row.getLong(1), row.getString(3) + " S" + row.getLong(2)));
            tx.forEach(
                    "SELECT episode_id, season, number, w.title FROM episode e JOIN show w ON w.show_id = e.show_id"
                            + " ORDER BY 1",
                    row -> items.put(
                            "4 " + row.getLong(1), row.getString(4) + " S" + row.getLong(2) + "E" + row.getLong(3)));
            return items;
        });
        return items;
    }

    private Map<String, List<String>> columns() {
        String sql = engine == Engine.SQLITE ? """
                SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.name
                """ : """
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = current_schema() ORDER BY table_name, column_name
                """;
        Map<String, List<String>> tables = new TreeMap<>();
        database.read(tx -> tx.query(sql, row -> List.of(row.getString(1), row.getString(2))))
                .forEach(column -> tables.computeIfAbsent(column.get(0), table -> new ArrayList<>())
                        .add(column.get(1)));
        tables.values().forEach(columns -> columns.sort(null));
        return tables;
    }
}
