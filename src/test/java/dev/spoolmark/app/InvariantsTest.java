package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Rows that violate an invariant are found, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class InvariantsTest {

    @Parameter
    Engine engine;

    Database database;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEmptyDatabaseHasNoViolations() {
        assertThat(new Invariants(database).broken()).isEmpty();
    }

    @Test
    void namesAndEmailAddressesWithoutAccountAreFound() {
        write("INSERT INTO account_name (name_key, user_id) VALUES ('ann', 1), ('bob', 2)");
        write("INSERT INTO account_email (email_key, user_id) VALUES ('ann@example.org', 1)");

        assertThat(new Invariants(database).broken())
                .containsExactly("2 user names without account", "1 e-mail addresses without account");
    }

    @Test
    void anAccountWithoutNameAndEmailRowsIsFound() {
        write("""
                INSERT INTO account (user_id, name, email, password_hash, cred_version, state, admin, protected, vip, joined,
                time_zone, rating_mode, clock_24h, comment_badges, comment_spoilers, created_at, changed_at)
                VALUES (1, 'ann', 'ann@example.org', '', 1, 1, FALSE, FALSE, TRUE, 0, 'UTC', 'advanced', FALSE, FALSE,
                FALSE, 0, 0)""");

        assertThat(new Invariants(database).broken())
                .containsExactly(
                        "1 accounts without user name", "1 accounts with an e-mail address that is not indexed");
    }

    @Test
    void slugsAndExternalIdsWithoutItemAreFound() {
        write("INSERT INTO slug (kind, slug, item_id) VALUES (1, 'alien-1979', 7)");
        write(
                "INSERT INTO external_id (provider, kind, value, item_id, superseded) VALUES ('imdb', 1, 'tt0078748', 7, FALSE)");

        assertThat(new Invariants(database).broken())
                .containsExactly("1 slugs without item", "1 external ids without item");
    }

    @Test
    void sourceJobsWithoutItemAreFound() {
        write("INSERT INTO source_job (kind, item_id, state, due_at, attempts) VALUES (1, 7, 0, 0, 0)");

        assertThat(new Invariants(database).broken()).containsExactly("1 source jobs without item");
    }

    @Test
    void userDataOfMergedItemsIsFound() {
        write("INSERT INTO item_alias (kind, old_id, item_id) VALUES (1, 7, 8)");
        write("INSERT INTO collected (user_id, kind, item_id, show_id, collected_at) VALUES (1, 1, 7, 0, 0)");

        assertThat(new Invariants(database).broken())
                .containsExactly(
                        "1 aliases without item", "1 rows of users reference an item that was merged long ago");
    }

    @Test
    void ratingsWithoutItemOrUserAreFound() {
        write("INSERT INTO rating (user_id, kind, item_id, score, rated_at) VALUES (1, 4, 7, 9, 0)");

        assertThat(new Invariants(database).broken())
                .containsExactly("1 ratings without user", "1 ratings without item");
    }

    @Test
    void playsWithoutUserAndWrongTotalsAreFound() {
        write("""
                INSERT INTO play (user_id, play_id, kind, item_id, show_id, position, action, created_at)
                VALUES (1, 1, 1, 7, 0, 0, 3, 0)""");
        write("INSERT INTO watched (user_id, kind, item_id, show_id, plays) VALUES (1, 1, 8, 0, 1)");

        assertThat(new Invariants(database).broken())
                .containsExactly("1 plays without user", "2 wrong totals of plays");
    }

    @Test
    void aFollowWithoutCounterpartIsFound() {
        write("INSERT INTO follow_out (user_id, target_id, state, since) VALUES (1, 2, 2, 0)");

        assertThat(new Invariants(database).broken()).containsExactly("1 follows without counterpart");
    }

    private void write(String sql) {
        database.write(tx -> tx.update(sql));
    }
}
