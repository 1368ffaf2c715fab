package dev.spoolmark.transfer;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.Profile;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Engine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Fills every table that has a column for a user with one row, and searches the export for the texts and times
/// of the row. The tables are those of the database, so a new one fails here until it is exported or named with
/// a reason.
@ParameterizedClass
@EnumSource(Engine.class)
class ExportCanaryTest {

    private static final Duration AGE = Duration.ofDays(1);

    /// Columns with the id of a user, beside `user_id`.
    private static final Set<String> OTHER_USER_COLUMNS = Set.of("owner_id", "created_by");

    /// Tables of which nothing is exported, with the reason.
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            entry("session_token", "hashes of sessions, which are exported"),
            entry("sign_in_challenge", "a sign-in that is going on"),
            entry("totp", "a secret"),
            entry("recovery_code", "hashes of secrets"),
            entry("oauth_token", "hashes of tokens of grants, which are exported"),
            entry("oauth_code", "hashes of codes of a few minutes"),
            entry("oauth_device_code", "hashes of codes of a few minutes"),
            entry("password_reset", "hashes of codes of a few minutes"),
            entry("openid_request", "a sign-in that is going on"),
            entry("openid_identity_owner", "hashes of identities"),
            entry("mail_queue", "mails that wait to be sent"),
            entry("outbox", "changes that wait to be delivered"),
            entry("play_dedup", "how a viewing is stored only once"),
            entry("play_month", "counts changes of the plays"),
            entry("viewing_month", "derived from the plays"),
            entry("deleted_play", "deleted by the user; stored for 10 minutes, so that this can be undone"),
            entry("deleted_comment", "deleted by the user; stored for 10 minutes, so that this can be undone"),
            entry("idempotency_key", "random keys of requests, which mean nothing to the user"),
            entry("import_run", "about files of the user, whose content is stored and exported"),
            entry("import_row", "about files of the user, whose content is stored and exported"),
            entry("import_list", "about files of the user, whose content is stored and exported"),
            entry("import_decision", "only for files that are imported here"),
            entry("removed_item", "removed by the user; stored for 10 minutes, so that this can be undone"),
            entry("changed_play", "times that plays had before; stored for 10 minutes, so that this can be undone"),
            entry("list_link", "hashes of secret addresses"),
            entry("calendar_feed", "the hash of a secret address"),
            entry("calendar_feed_owner", "hashes of secret addresses"),
            entry("ended_follow", "ended by the user; stored for 10 minutes, so that this can be undone"),
            entry("offer_right", "a copy of the consents of others"),
            entry("invite", "belongs to the server; its creation is in the security log"));

    /// Columns of exported tables that are not exported, with the reason.
    private static final Map<String, String> COLUMNS_LEFT_OUT = Map.ofEntries(
            entry("app_password.hash", "a secret"),
            entry("openid_identity.identity_hash", "a hash"),
            entry("session.token_hash", "a secret"),
            entry("oauth_client.client_id", "a key, which is exported in its masked form"),
            entry("oauth_client.secret_hash", "a secret"),
            entry("oauth_client.created_at", "no feature reads it"),
            entry("user_picture.changed_at", "no feature reads it"),
            entry("list.name_key", "derived from the name"),
            entry("list.link_hash", "a hash"),
            entry("watched.first_at", "derived from the plays"));

    /// Columns of exported tables that are not exported, with the reason.
    private static final Map<String, String> BOOLEANS_LEFT_OUT =
            Map.ofEntries(entry("user_comment.review", "a copy of that of the comment"));

    /// Filled by [#fill] or by the features themselves, and searched for separately.
    private static final Set<String> FILLED_BY_FEATURES =
            Set.of("account", "account_name", "account_email", "comment", "user_comment", "comment_like");

    @Parameter
    Engine engine;

    private ExportFixture fixture;
    private final List<String> hashes = new ArrayList<>();
    private int number;

    @BeforeEach
    void open() {
        fixture = new ExportFixture(engine);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyColumnWithDataOfTheUserIsExportedAndNoSecretIs() {
        Account other = fixture.create("other");
        Map<String, String> expected = fill(fixture.ann, other, "canary");
        Map<String, String> foreign = fill(fixture.create("stranger"), other, "foreign");
        Profile profile = new Profile("canary name", null, 41, "canary place", "canary text", null);
        fixture.features.accounts().settings().changeProfile(fixture.ann.id(), profile);
        setPicture(fixture.ann);
        fixture.features
                .comments()
                .add(fixture.ann.id(), fixture.movie, CommentText.of("canary comment", false, false));
        String archive = String.join(
                "\n", fixture.export(fixture.features.accounts().get("ann")).values());

        Map<String, String> missing = new TreeMap<>(expected);
        missing.keySet().removeAll(COLUMNS_LEFT_OUT.keySet());
        missing.values().removeIf(archive::contains);
        assertThat(missing).isEmpty();
        assertThat(archive).contains("canary name", "canary place", "canary text", "ann@example.org", "\"age\":41");
        assertThat(archive).contains("canary comment", "canary application");
        assertThat(expected.entrySet())
                .filteredOn(column -> column.getValue().startsWith("canary")
                        && COLUMNS_LEFT_OUT.containsKey(column.getKey())
                        && !column.getKey().equals("list.name_key"))
                .allSatisfy(column -> assertThat(archive).doesNotContain(column.getValue()));
        assertThat(hashes).isNotEmpty().allSatisfy(hash -> assertThat(archive).doesNotContain(hash));
        assertThat(foreign).isNotEmpty();
        assertThat(archive).doesNotContain("foreign").doesNotContain("stranger");
        assertThat(archive).contains(base64("picture"));
    }

    /// A boolean cannot be searched for: each one is inverted, and the export has to change.
    @Test
    void everyBooleanOfTheUserIsExported() {
        fill(fixture.ann, fixture.create("other"), "canary");
        fixture.features
                .comments()
                .add(fixture.ann.id(), fixture.movie, CommentText.of("canary comment", false, false));
        Map<String, String> before = fixture.export(fixture.features.accounts().get("ann"));
        assertThat(fixture.export(fixture.features.accounts().get("ann"))).isEqualTo(before);

        Set<String> unchanged = new TreeSet<>();
        Set<String> changed = new TreeSet<>();
        tables().forEach((table, columns) -> columns.forEach((column, type) -> {
            String owner =
                    columns.containsKey("user_id") ? "user_id" : columns.containsKey("owner_id") ? "owner_id" : "";
            if (type.equals("boolean") && !owner.isEmpty() && !LEFT_OUT.containsKey(table)) {
                invert(table, column, owner);
                Map<String, String> after =
                        fixture.export(fixture.features.accounts().get("ann"));
                (after.equals(before) ? unchanged : changed).add(table + "." + column);
                invert(table, column, owner);
            }
        }));

        assertThat(unchanged).isEqualTo(BOOLEANS_LEFT_OUT.keySet());
        assertThat(changed).contains("account.v1_password", "comment.spoiler");
    }

    private void invert(String table, String column, String owner) {
        int rows = fixture.database.write(tx -> tx.update(
                "UPDATE " + table + " SET " + column + " = NOT " + column + " WHERE " + owner + " = ?",
                fixture.ann.id().value()));
        assertThat(rows).as(table).isPositive();
        fixture.features.accounts().cache().invalidate(fixture.ann.id());
    }

    /// @return what has to be found, by column
    private Map<String, String> fill(Account user, Account other, String canary) {
        Map<String, String> expected = new LinkedHashMap<>();
        tables().forEach((table, columns) -> {
            boolean isOfUser = columns.keySet().stream()
                    .anyMatch(column -> column.equals("user_id") || OTHER_USER_COLUMNS.contains(column));
            if (isOfUser && !FILLED_BY_FEATURES.contains(table) && !table.equals("user_picture")) {
                Map<String, String> added = insert(table, columns, user, other, canary);
                if (!LEFT_OUT.containsKey(table)) {
                    added.forEach((column, text) -> expected.put(table + "." + column, text));
                }
            }
        });
        assertThat(expected.keySet().stream()
                        .map(column -> column.substring(0, column.indexOf('.')))
                        .distinct())
                .hasSizeGreaterThan(15);
        return expected;
    }

    /// The picture of a user as the feature stores it.
    private void setPicture(Account user) {
        String hash = "0123456789abcdef".repeat(2);
        fixture.database.write(tx -> {
            tx.update(
                    "INSERT INTO user_picture (user_id, hash, jpeg, changed_at) VALUES (?, ?, ?, 5)",
                    user.id().value(),
                    hash,
                    base64("picture"));
            return tx.update(
                    "UPDATE account SET avatar = ? WHERE user_id = ?",
                    hash,
                    user.id().value());
        });
        fixture.features.accounts().cache().invalidate(user.id());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds a row.
    ///
    /// @return the texts and times that have to be found, by column
    private Map<String, String> insert(
            String table, Map<String, String> columns, Account user, Account other, String canary) {
        Map<String, String> expected = new LinkedHashMap<>();
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach((column, type) -> {
            Object value = value(table, column, type, user, other, canary);
            values.add(value);
            if (value instanceof Instant time) {
                expected.put(column, ExportTime.of(time));
            } else if (value instanceof String text && text.startsWith(canary)) {
                expected.put(column, text);
            }
        });
        fixture.database.write(tx -> tx.update(
                "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") VALUES (?"
                        + ", ?".repeat(columns.size() - 1) + ")",
                values.toArray()));
        return expected;
    }

    private @Nullable Object value(
            String table, String column, String type, Account user, Account other, String canary) {
        long seed = user.id().value();
        return switch (column) {
            case "user_id", "owner_id", "created_by" -> user.id().value();
            case "target_id", "source_id" -> other.id().value();
            case "cred_version" -> user.credVersion();
            case "kind" -> table.equals("mail_queue") ? "password_reset" : table.equals("air_date_order") ? 2 : 1;
            case "item_id" -> movie(canary);
            case "show_id" -> 0L;
            case "list_id" -> seed;
            case "state" -> table.startsWith("follow") ? 2 : 1;
            case "client_type", "action" -> type.equals("text") ? text(canary) : 1;
            case "client_id" ->
                switch (table) {
                    case "oauth_grant" -> null; // a personal access token
                    case "oauth_client" -> key(canary);
                    default -> text(canary);
                };
            case "app_id" -> null;
            case "attachment" -> 1; // the item itself
            case "attached_id" -> 0L;
            case "deleted_at" -> table.startsWith("deleted_") ? time() : null;
            case "hash" -> hash(canary);
            case "area" -> "movie.rating";
            case "section" -> "calendar";
            case "privacy" -> "private";
            case "permission", "scopes" -> "read";
            case "score", "rank", "plays", "times", "next_rule" -> 1;
            case "expires_at" ->
                table.equals("watching") || table.startsWith("oauth_grant")
                        ? fixture.clock.instant().plus(AGE)
                        : time();
            case "at", "since" -> time();
            default -> {
                if (column.endsWith("_at")) {
                    yield time();
                }
                yield type.equals("text") ? text(canary) : type.equals("boolean") ? (Object) false : (long) ++number;
            }
        };
    }

    private String text(String canary) {
        return canary + "-" + ++number;
    }

    /// A value that no archive may contain.
    private String hash(String canary) {
        String hash = Sha256.hex(text(canary));
        hashes.add(hash);
        return hash;
    }

    /// A time of its own, before today.
    private Instant time() {
        return fixture.clock.instant().minus(AGE).plusSeconds(++number);
    }

    /// A movie of its own, so that no row changes the meaning of another.
    private long movie(String canary) {
        number++;
        return fixture.movie("tt77" + (10_000 + number), "Movie " + canary, 1990)
                .value();
    }

    /// A registered application, whose name has to be found.
    private String key(String canary) {
        return fixture.features
                .applications()
                .add(canary + " application", Set.of(Permission.READ), null)
                .key();
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
        fixture.database
                .read(tx -> tx.query(sql, row -> List.of(row.getString(1), row.getString(2), row.getString(3))))
                .forEach(column -> tables.computeIfAbsent(column.get(0), _ -> new LinkedHashMap<>())
                        .put(column.get(1), column.get(2)));
        return tables;
    }
}
