package dev.spoolmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The first titles and people with a prefix do not depend on the collation of the database.
class TitlePrefixCollationTest {

    private static final String[] TITLES = {
        "Quiet",
        "Quiet River",
        "Quiet-Zone",
        "Quieter",
        "Quiet 2",
        "Quiet! Again",
        "QuietB",
        "Quiet a",
        "Qui\u00e9t \u00c4",
        "Quiet 10",
        "quiet_under",
        "Quiet (x)",
        "\u9759\u304b",
        "Quiet \u0444",
        "Quiet \u03b6",
        "Quiet \u0131"
    };

    private static final List<String> PEOPLE =
            List.of("anna", "Anna-b", "anna_c", "anna.d", "annA2", "annab", "anna10", "Annaz");

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "und"})
    void theFirstTitlesAndPeopleEqualThoseOfSqlite(String language) {
        List<String> here = found(TestDatabases.open(Engine.SQLITE));
        List<String> localized = found(DatabaseFactory.postgres(TestDatabases.loginOfLanguage(language)));

        assertThat(localized).isEqualTo(here).hasSizeGreaterThan(30);
    }

    private static List<String> found(Database database) {
        List<String> found = new ArrayList<>();
        TitlePrefixStore store = new TitlePrefixStore();
        try (SearchFixture fixture = new SearchFixture(database)) {
            fixture.addMovies(TITLES);
            PEOPLE.forEach(name -> fixture.userId(name, null, false));
            for (int limit : new int[] {1, 3, 8, 100}) {
                found.addAll(fixture.database.read(tx -> tx.query(
                        "SELECT title FROM movie WHERE movie_id IN ("
                                + joined(store.find(tx, DocumentType.MOVIE, "quiet", limit)) + ") ORDER BY movie_id",
                        row -> limit + " " + row.getString(1))));
                found.addAll(fixture.database.read(tx -> tx.query(
                        "SELECT name FROM account WHERE user_id IN ("
                                + joined(store.find(tx, DocumentType.USER, "anna", limit)) + ") ORDER BY user_id",
                        row -> limit + " " + row.getString(1))));
            }
        }
        return found;
    }

    private static String joined(List<Long> numbers) {
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
    }
}
