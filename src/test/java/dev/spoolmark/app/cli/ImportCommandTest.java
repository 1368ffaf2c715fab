package dev.spoolmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.cli.Script.CommandResult;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `import`, with a sample file of every tracker.
class ImportCommandTest {

    private static final Path SAMPLES = Path.of("src/test/resources/imports");

    private final Path data = TestDatabases.folder();
    private final Script script = new Script(data, InstantSource.system(), Map.of());

    @BeforeEach
    void addUserAndCatalog() throws IOException {
        Path users = TestDatabases.folder().resolve("users.jsonl");
        Files.writeString(users, "{\"username\": \"ann\", \"password\": \"tr4vel-by-Night-train\"}\n");
        assertThat(script.run("user", "load", users.toString()).code()).isZero();
        assertThat(script.run(
                                "catalog",
                                "load",
                                SAMPLES.resolve("catalog.jsonl").toString())
                        .code())
                .isZero();
    }

    private CommandResult load(String sample) {
        return script.run("import", SAMPLES.resolve(sample).toString(), "--user", "ann");
    }

    private static String last(CommandResult result) {
        String[] lines = result.out().strip().split("\n", -1);
        return lines[lines.length - 1];
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trakt-export-alex.zip | 6 plays, 5 ratings, 2 watchlist, 1 list added; 0 already there; 1 unresolved; 0 skipped
            scrob-export-alex.zip | 3 plays, 2 ratings, 1 watchlist, 1 list added; 0 already there; 0 unresolved; 0 skipped
            gdpr-data.zip | 5 plays, 2 ratings, 1 watchlist, 1 list added; 0 already there; 0 unresolved; 0 skipped
            tvtime-out | 6 plays, 1 watchlist, 1 list added; 0 already there; 0 unresolved; 1 skipped
            tvtime-liberator | 2 plays, 2 ratings added; 0 already there; 0 unresolved; 0 skipped
            letterboxd-alexfilm-2026-01-01-00-00-utc.zip | 4 plays, 2 ratings, 1 watchlist, 1 list added; 0 already there; 0 unresolved; 3 skipped
            letterboxd-import.csv | 2 plays, 1 rating added; 0 already there; 0 unresolved; 1 skipped
            imdb-ratings.csv | 0 plays, 3 ratings added; 0 already there; 0 unresolved; 1 skipped
            imdb-watchlist.csv | 0 plays, 2 watchlist added; 0 already there; 0 unresolved; 0 skipped
            imdb-ratings-2016-old.csv | 0 plays, 1 rating added; 0 already there; 0 unresolved; 0 skipped
            netflix/NetflixViewingHistory-en.csv | 3 plays added; 0 already there; 2 unresolved; 1 skipped
            netflix/NetflixViewingHistory-de.csv | 0 plays added; 0 already there; 4 unresolved; 0 skipped
            netflix/NetflixViewingHistory-fr-ca.csv | 0 plays added; 0 already there; 2 unresolved; 0 skipped
            yamtrack-2024.csv | 3 plays, 2 ratings added; 0 already there; 0 unresolved; 0 skipped
            yamtrack-2026.csv | 4 plays, 2 ratings, 1 watchlist added; 0 already there; 5 unresolved; 1 skipped
            floppy_2026-08-01_030000.csv | 2 plays, 2 ratings, 1 list added; 0 already there; 0 unresolved; 2 skipped
            ryot-export.json | 3 plays, 2 ratings, 1 watchlist, 1 list added; 0 already there; 0 unresolved; 1 skipped
            watcharr-export.json | 2 plays, 3 ratings, 1 list added; 0 already there; 0 unresolved; 1 skipped
            mediatracker | 2 plays, 1 rating, 1 watchlist added; 0 already there; 0 unresolved; 1 skipped
            seriesguide | 5 plays, 2 ratings, 1 list added; 0 already there; 0 unresolved; 1 skipped
            kodi | 4 plays, 2 ratings added; 4 already there; 0 unresolved; 0 skipped
            movary | 3 plays, 1 rating, 1 watchlist added; 0 already there; 0 unresolved; 1 skipped
            generic-comma.csv | 3 plays, 1 rating, 1 watchlist, 1 list added; 0 already there; 0 unresolved; 0 skipped
            generic-semicolon-excel-de.csv | 2 plays, 2 ratings added; 0 already there; 0 unresolved; 0 skipped
            generic-latin1.csv | 1 play added; 0 already there; 0 unresolved; 0 skipped
            simkl/SimklBackup.json | 6 plays, 2 ratings, 1 watchlist added; 0 already there; 0 unresolved; 0 skipped
            simkl/SimklBackup.csv | 4 plays, 2 ratings added; 0 already there; 0 unresolved; 1 skipped
            mal/animelist.xml | 0 plays added; 0 already there; 7 unresolved; 1 skipped
            tautulli-history.json | 1 play added; 0 already there; 0 unresolved; 1 skipped
            jellyfin-playback-reporting.tsv | 2 plays added; 0 already there; 0 unresolved; 1 skipped
            trakt-import.csv | 2 plays, 1 rating, 1 watchlist added; 0 already there; 0 unresolved; 0 skipped
            """)
    void aSampleIsImportedAndTheSecondTimeNothingIsAdded(String sample, String expected) {
        assertThat(last(load(sample))).isEqualTo(expected);
        assertThat(last(load(sample))).startsWith("0 plays added; ");
    }

    @Test
    void whatElseWasAddedIsOnTheLineBefore() {
        assertThat(load("trakt-export-alex.zip").out())
                .contains(
                        "2 list items, 1 favorite, 2 collected, 1 comment, 1 note, 1 resume point, 1 hidden added\n6 plays, ");
    }

    @Test
    void warningsAndRowsWithoutAnItemAreShownWithTheirPlaces() {
        assertThat(load("trakt-export-alex.zip").out())
                .contains("_errors.json:1 warning: notes-people")
                .contains("watched-history-2.json:3 unresolved: ");
    }

    @Test
    void aDryRunImportsNothing() {
        String[] arguments = {
            "import", SAMPLES.resolve("trakt-export-alex.zip").toString(), "--user", "ann", "--dry-run"
        };
        CommandResult result = script.run(arguments);
        assertThat(result.code()).isZero();
        assertThat(last(result))
                .isEqualTo("7 plays, 5 ratings, 2 watchlist, 1 list, 2 list items, 1 favorite, 2 collected, 1 comment,"
                        + " 1 note, 1 resume point, 1 hidden found; 0 skipped; nothing was imported");
        assertThat(last(load("trakt-export-alex.zip"))).startsWith("6 plays, 5 ratings");
    }

    @Test
    void anUnansweredQuestionIsExplainedInOneLine() {
        CommandResult result = load("netflix/NetflixViewingHistory-ambiguous.csv");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("--answer date-order=").hasLineCount(1);
        CommandResult answered = script.run(
                "import",
                SAMPLES.resolve("netflix/NetflixViewingHistory-ambiguous.csv").toString(),
                "--user",
                "ann",
                "--answer",
                "date-order=dmy");
        assertThat(last(answered)).contains(" added; ");
    }

    @Test
    void aFileOfNoFormatIsExplainedInOneLine() throws IOException {
        Path file = Files.writeString(TestDatabases.folder().resolve("notes.txt"), "hello");
        CommandResult result = script.run("import", file.toString(), "--user", "ann");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("notes.txt is of no known format").hasLineCount(1);
    }

    @Test
    void anUnknownFormatOrUserOrFileIsExplained() {
        String file = SAMPLES.resolve("imdb-ratings.csv").toString();
        assertThat(script.run("import", file, "--user", "ann", "--as", "nothing")
                        .err())
                .contains("no format is called 'nothing': it is one of");
        assertThat(script.run("import", file, "--user", "bob").err()).contains("no user is called 'bob'");
        assertThat(script.run("import", "missing.csv", "--user", "ann").err()).contains("missing.csv does not exist");
        assertThat(script.run("import", file, "--user", "ann", "--zone", "Mars").err())
                .contains("no time zone is called 'Mars'");
    }
}
