package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text is compared by bytes, as in SQLite, whatever collation a PostgreSQL database has.
class CollationTest {

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "und", "tr", "th"})
    void noColumnIsOrderedByTheCollationOfTheDatabase(String language) {
        try (Database database = DatabaseFactory.postgres(TestDatabases.loginOfLanguage(language))) {
            assertThat(texts(database, "SELECT 'a' < 'B'"))
                    .as("the database has a language")
                    .containsExactly("t");
            assertThat(texts(database, """
                    SELECT table_name || '.' || column_name FROM information_schema.columns
                    WHERE table_schema = current_schema() AND table_name <> 'schema_history'
                        AND data_type IN ('text', 'character varying', 'character')
                        AND collation_name IS DISTINCT FROM 'C'
                    ORDER BY 1
                    """)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "und"})
    void rangesAndLimitsReturnTheSameRowsAsSqlite(String language) {
        List<String> areas =
                List.of("B", "a", "A", "b", "a-c", "a b", "ab", "\u00e4", "z", "_", "1", "10", "2", "I", "\u0131");
        try (Database here = TestDatabases.open(Engine.SQLITE);
                Database localized = DatabaseFactory.postgres(TestDatabases.loginOfLanguage(language))) {
            for (Database database : List.of(here, localized)) {
                areas.forEach(area -> database.write(
                        tx -> tx.update("INSERT INTO activity (user_id, area, changed_at) VALUES (1, ?, 1)", area)));
            }
            for (String sql : List.of(
                    "SELECT area FROM activity ORDER BY area",
                    "SELECT area FROM activity ORDER BY area LIMIT 5",
                    "SELECT area FROM activity WHERE area >= 'a' AND area < 'b' ORDER BY area",
                    "SELECT max(area) FROM activity")) {
                assertThat(texts(localized, sql)).as(sql).isEqualTo(texts(here, sql));
            }
        }
    }

    private static List<String> texts(Database database, String sql) {
        return database.read(tx -> tx.query(sql, row -> row.getString(1)));
    }
}
