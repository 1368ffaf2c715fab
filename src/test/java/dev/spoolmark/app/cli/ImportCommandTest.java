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
        assertThat(script.run("catalog", "load", SAMPLES.resolve("catalog.jsonl").toString()).code())
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
            trakt-export-alex.zip | x
            scrob-export-alex.zip | x
            gdpr-data.zip | x
            tvtime-out | x
            tvtime-liberator | x
            letterboxd-alexfilm-2026-01-01-00-00-utc.zip | x
            letterboxd-import.csv | x
            imdb-ratings.csv | x
            imdb-watchlist.csv | x
            imdb-ratings-2016-old.csv | x
            netflix/NetflixViewingHistory-en.csv | x
            netflix/NetflixViewingHistory-de.csv | x
            netflix/NetflixViewingHistory-fr-ca.csv | x
            yamtrack-2024.csv | x
            yamtrack-2026.csv | x
            floppy_2026-08-01_030000.csv | x
            ryot-export.json | x
            watcharr-export.json | x
            mediatracker | x
            seriesguide | x
            kodi | x
            """)
    void aSampleIsImportedAndTheSecondTimeNothingIsAdded(String sample, String expected) {
        CommandResult first = load(sample);
        System.out.println("## " + sample + " | " + last(first)+" // "+first.err());
        CommandResult second = load(sample);
        System.out.println("   " + second.out());
    }
}
