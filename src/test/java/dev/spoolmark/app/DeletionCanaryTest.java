package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Searches the whole database for a deleted user: for the id in every column of numbers, and for what the user has
/// typed in every column of texts. The tables are those of the database, so a new one is searched, too.
@ParameterizedClass
@EnumSource(Engine.class)
class DeletionCanaryTest {

    private static final String CANARY = "canary-7c1f";
    private static final long FIRST_ID = 7_654_321_000_000L;

    /// What stays, with the reason.
    private static final Set<String> RETAINED = Set.of(
            "account.user_id", // a row without data, so that the id is never used again
            "audit_event.user_id", // the security log has its own time
            "comment.user_id", // others have replied; the text is empty
            "user_comment.user_id");

    /// Columns with the id of a user, beside `user_id`.
    private static final Set<String> OTHER_USER_COLUMNS = Set.of("owner_id", "created_by");

    /// The account, which the test creates, the log, and events, which are delivered and deleted.
    private static final Set<String> NOT_FILLED =
            Set.of("account", "account_name", "account_email", "audit_event", "outbox");

    @Parameter
    Engine engine;

    private final MutableClock clock = new MutableClock();
    private Database database;
    private Features features;
    private int number;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        database.write(tx -> tx.update("INSERT INTO id_block (name, next_id) VALUES ('user', ?)", FIRST_ID));
        features = Features.create(database, Configuration.of(RawSettings.empty()), clock, FastHasher.hash());
    }

    @AfterEach
    void close() {
        features.metadataSources().close();
        database.close();
    }

    @Test
    void nothingOfADeletedUserIsLeft() {
        Map<String, Map<String, String>> tables = tables();
        Account user = create(CANARY);
        Account other = create("other");
        Profile profile = new Profile("Name " + CANARY, null, 40, "Place " + CANARY, "About " + CANARY, CANARY);
        features.accounts().settings().changeProfile(user.id(), profile);
        features.follows().follow(user, other);
        features.follows().follow(other, user);
        Set<String> filled = fill(tables, user.id().value());
        assertThat(found(tables, user.id().value())).containsAll(filled);

        features.accounts().administration().delete(user.id(), Actor.OPERATOR);
        clock.pass(Duration.ofMinutes(2));
        features.accountErasure().run();

        Set<String> remaining = found(tables, user.id().value());
        remaining.removeAll(RETAINED);
        assertThat(remaining).isEmpty();
        assertThat(features.accounts().find(other.id())).isPresent();
    }

    private Account create(String name) {
        return features.accounts()
                .create(new NewAccount(
                        name,
                        name + "@example.org",
                        Secret.sha1Of("tr4vel-by-Night-train"),
                        false,
                        CreationOrigin.OPERATOR))
                .account();
    }

    /// The columns of all tables with their types.
    private Map<String, Map<String, String>> tables() {
        String sql = engine == Engine.SQLITE ? """
                SELECT m.name, c.name, lower(c.type) FROM sqlite_master m JOIN pragma_table_info(m.name) c
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid
                """ : """
                SELECT table_name, column_name, data_type FROM information_schema.columns
                WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position
                """;
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        database.read(tx -> tx.query(sql, row -> List.of(row.getString(1), row.getString(2), row.getString(3))))
                .forEach(column -> tables.computeIfAbsent(column.get(0), _ -> new LinkedHashMap<>())
                        .put(column.get(1), column.get(2)));
        tables.remove("flyway_schema_history");
        return tables;
    }

    /// Adds a row of the user to each table that has a column for a user.
    ///
    /// @return the filled columns
    private Set<String> fill(Map<String, Map<String, String>> tables, long user) {
        Set<String> filled = new TreeSet<>();
        tables.forEach((table, columns) -> {
            Set<String> users = new TreeSet<>(columns.keySet());
            users.removeIf(column -> !column.equals("user_id") && !OTHER_USER_COLUMNS.contains(column));
            if (!users.isEmpty() && !NOT_FILLED.contains(table)) {
                insert(table, columns, user);
                users.forEach(column -> filled.add(table + "." + column));
            }
        });
        assertThat(filled).hasSizeGreaterThan(25);
        return filled;
    }

    private void insert(String table, Map<String, String> columns, long user) {
        boolean isOfUser = columns.containsKey("user_id") || table.equals("invite");
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach((column, type) -> values.add(
                column.equals("user_id") || OTHER_USER_COLUMNS.contains(column)
                        ? (Object) user
                        : value(column, type, isOfUser)));
        database.write(tx -> tx.update(
                "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") VALUES (?"
                        + ", ?".repeat(columns.size() - 1) + ")",
                values.toArray()));
    }

    private Object value(String column, String type, boolean isOfUser) {
        return switch (type) {
            case "text" -> (isOfUser ? CANARY : "generated") + "-" + ++number;
            case "boolean" -> true;
            default -> column.equals("kind") || column.equals("client_type") ? 1 : ++number;
        };
    }

    /// The columns that contain the id or the canary.
    private Set<String> found(Map<String, Map<String, String>> tables, long user) {
        Set<String> found = new TreeSet<>();
        tables.forEach((table, columns) -> columns.forEach((column, type) -> {
            boolean isText = type.equals("text");
            boolean isNumber = type.endsWith("int") || type.equals("integer");
            if (isText || isNumber) {
                String sql = "SELECT count(*) FROM " + table + " WHERE " + column + (isText ? " LIKE ?" : " = ?");
                Object parameter = isText ? (Object) ("%" + CANARY + "%") : (Object) user;
                long rows = database.read(tx -> tx.findFirst(sql, row -> row.getLong(1), parameter))
                        .orElseThrow();
                if (rows > 0) {
                    found.add(table + "." + column);
                }
            }
        }));
        return found;
    }
}
