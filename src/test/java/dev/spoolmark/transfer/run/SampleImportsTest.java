package dev.spoolmark.transfer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
import dev.spoolmark.transfer.format.SampleRecords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sample files, imported into an empty server: the same file again adds nothing, and the undo leaves nothing.
class SampleImportsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trakt-export-alex.zip | trakt
            scrob-export-alex.zip | scrob
            gdpr-data.zip | tvtime
            letterboxd-alexfilm-2026-01-01-00-00-utc.zip | letterboxd
            letterboxd-import.csv | letterboxd
            imdb-ratings.csv | imdb
            imdb-watchlist.csv | imdb
            imdb-ratings-2016-old.csv | imdb
            yamtrack-2024.csv | yamtrack
            yamtrack-2026.csv | yamtrack
            floppy_2026-08-01_030000.csv | floppy
            ryot-export.json | ryot
            watcharr-export.json | watcharr
            """)
    void aSampleIsImportedOnceAndUndone(String sample, String format) {
        for (Engine engine : Engine.values()) {
            try (ImportFixture fixture = new ImportFixture(engine)) {
                Path file = SampleRecords.sample(sample);
                ImportRun run = fixture.run(file);
                assertThat(run.status()).isEqualTo(ImportStatus.FINISHED);
                assertThat(run.format()).isEqualTo(format);
                Map<String, List<String>> content = fixture.content();
                ImportRun again = fixture.run(file);
                assertThat(fixture.content()).isEqualTo(content);
                fixture.undo(again);
                assertThat(fixture.content()).isEqualTo(content);
                fixture.undo(run);
                assertThat(fixture.content().values())
                        .allSatisfy(rows -> assertThat(rows).isEmpty());
            }
        }
    }
}
