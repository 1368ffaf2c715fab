package dev.spoolmark.transfer.format.letterboxd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.transfer.format.SampleFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterboxdDetectionTest {

    @TempDir
    private Path directory;

    @Test
    void onlyItsOwnSamplesAreDetected() {
        assertThat(SampleFiles.matching(new LetterboxdFormat(), directory))
                .allMatch(sample -> sample.startsWith("letterboxd"))
                .contains(
                        "letterboxd-alexfilm-2026-01-01-00-00-utc.zip",
                        "letterboxd-import.csv",
                        "letterboxd-zip",
                        "letterboxd-zip/diary.csv",
                        "letterboxd-zip/likes/films.csv",
                        "letterboxd-zip/lists/rainy-days.csv",
                        "letterboxd-zip/ratings.csv",
                        "letterboxd-zip/reviews.csv",
                        "letterboxd-zip/watched.csv",
                        "letterboxd-zip/watchlist.csv");
    }

    @Test
    void hostileFilesAreNotDetected() {
        assertThat(SampleFiles.hostile(directory)).noneMatch(file -> SampleFiles.matches(new LetterboxdFormat(), file));
    }
}
