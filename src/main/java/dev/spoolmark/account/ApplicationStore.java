package dev.spoolmark.account;

import dev.spoolmark.account.Applications.Stored;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/// Keeps applications, one row for each key.
final class ApplicationStore {

    private ApplicationStore() {}

    static Optional<Stored> find(Tx tx, String key) {
        return tx.findFirst("""
                SELECT app_id, api_key, name, permissions, registered, blocked
                FROM application WHERE api_key = ?
                """, ApplicationStore::stored, key);
    }

    static Optional<Stored> find(Tx tx, AppId id) {
        return tx.findFirst("""
                SELECT app_id, api_key, name, permissions, registered, blocked
                FROM application WHERE app_id = ?
                """, ApplicationStore::stored, id.value());
    }

    static Map<String, Stored> all(Tx tx, Collection<String> keys) {
        Map<String, Stored> found = new LinkedHashMap<>();
        keys.stream()
                .distinct()
                .sorted()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> {
                    String sql = "SELECT app_id, api_key, name, permissions, registered, blocked FROM application"
                            + " WHERE api_key IN (" + Tx.placeholders(batch.size()) + ") ORDER BY app_id";
                    tx.query(sql, ApplicationStore::stored, Tx.padToPlaceholders(batch))
                            .forEach(stored -> found.put(stored.application().key(), stored));
                });
        return found;
    }

    static List<Stored> newest(Tx tx, long before, int max) {
        return tx.query("""
                SELECT app_id, api_key, name, permissions, registered, blocked
                FROM application WHERE app_id < ? ORDER BY app_id DESC LIMIT ?
                """, ApplicationStore::stored, before, max);
    }

    static int changePermissions(Tx tx, AppId id, Set<Permission> permissions) {
        return tx.update(
                "UPDATE application SET permissions = ? WHERE app_id = ?", Permission.format(permissions), id.value());
    }

    static long countUnregistered(Tx tx) {
        return tx.findFirst("SELECT count(*) FROM application WHERE registered = FALSE", row -> row.getLong(1))
                .orElse(0L);
    }

    static void insertUnregistered(Tx tx, Application application, Instant now) {
        tx.update(
                """
                INSERT INTO application (app_id, api_key, name, permissions, registered, blocked, created_at)
                VALUES (?, ?, ?, ?, FALSE, FALSE, ?)
                ON CONFLICT (api_key) DO NOTHING
                """,
                tx.newId("application"),
                application.key(),
                application.name(),
                Permission.format(application.permissions()),
                now);
    }

    /// Registers a key, also one that turned up before; empty when it is registered already.
    static Optional<AppId> register(Tx tx, Application application, Instant now) {
        return tx.findFirst(
                """
                INSERT INTO application (app_id, api_key, name, permissions, registered, blocked, created_at)
                VALUES (?, ?, ?, ?, TRUE, FALSE, ?)
                ON CONFLICT (api_key) DO UPDATE
                SET name = excluded.name, permissions = excluded.permissions, registered = TRUE, blocked = FALSE
                WHERE application.registered = FALSE
                RETURNING app_id
                """,
                row -> new AppId(row.getLong(1)),
                tx.newId("application"),
                application.key(),
                application.name(),
                Permission.format(application.permissions()),
                now);
    }

    /// Shuts a key out or lets it in again, also one that never turned up.
    static void block(Tx tx, Application application, boolean blocked, Instant now) {
        tx.update(
                """
                INSERT INTO application (app_id, api_key, name, permissions, registered, blocked, created_at)
                VALUES (?, ?, ?, ?, FALSE, ?, ?)
                ON CONFLICT (api_key) DO UPDATE SET blocked = excluded.blocked
                """,
                tx.newId("application"),
                application.key(),
                application.name(),
                Permission.format(application.permissions()),
                blocked,
                now);
    }

    private static Stored stored(Row row) {
        Application application = new Application(
                new AppId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                permissions(row.getString(4)),
                row.getBoolean(5));
        return new Stored(application, row.getBoolean(6));
    }

    private static Set<Permission> permissions(String keys) {
        return Arrays.stream(keys.split(",", -1))
                .flatMap(key -> Permission.ofKey(key).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
