package dev.spoolmark.transfer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
import dev.spoolmark.transfer.format.SampleRecords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A sample file of every tracker, imported into an empty server: what is added, and the same file again adds nothing.
class SampleImportsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trakt-export-alex.zip | trakt | x
            scrob-export-alex.zip | scrob | x
            gdpr-data.zip | tvtime | x
            letterboxd-alexfilm-2026-01-01-00-00-utc.zip | letterboxd | x
            letterboxd-import.csv | letterboxd | x
            imdb-ratings.csv | imdb | x
            imdb-watchlist.csv | imdb | x
            imdb-ratings-2016-old.csv | imdb | x
            yamtrack-2024.csv | yamtrack | x
            yamtrack-2026.csv | yamtrack | x
            floppy_2026-08-01_030000.csv | floppy | x
            ryot-export.json | ryot | x
            watcharr-export.json | watcharr | x
            """)
    void aSampleIsImportedOnce(String sample, String format, String expected) {
        for (Engine engine : Engine.values()) {
            try (ImportFixture fixture = new ImportFixture(engine)) {
                Path file = SampleRecords.sample(sample);
                ImportRun run = fixture.run(file);
                System.out.println(sample + " | " + run.format() + " | " + run.status() + " " + run.counts().text() + " + " + run.counts().otherText());
                Map<String, List<String>> content = fixture.content();
                ImportRun again = fixture.run(file);
                System.out.println("    again " + again.counts().text());
                assertThat(fixture.content()).isEqualTo(content);
                fixture.undo(again);
                assertThat(fixture.content()).isEqualTo(content);
                fixture.undo(run);
                assertThat(fixture.content().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
                assertThat(run.format()).isEqualTo(format);
            }
        }
    }
}
