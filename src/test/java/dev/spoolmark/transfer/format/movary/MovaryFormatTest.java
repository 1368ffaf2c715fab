package dev.spoolmark.transfer.format.movary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.SampleFiles;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovaryFormatTest {

    private static final MovaryFormat FORMAT = new MovaryFormat();
    private static final String HISTORY = "title,year,tmdbId,imdbId,watchedAt,comment,location\n";

    @TempDir
    private Path directory;

    @Test
    void allTablesOfADirectoryAreRead() {
        SampleRecords records =
                SampleRecords.of(FORMAT, SampleRecords.sample("movary"), ImportOptions.of(ZoneOffset.UTC));
        assertThat(records.of(PlayRecord.class))
                .extracting(
                        play -> play.item().ids().tmdb(), play -> play.time().at())
                .containsExactly(
                        tuple(9900001L, Instant.parse("2020-01-04T12:00:00Z")),
                        tuple(9900001L, Instant.parse("2025-10-05T12:00:00Z")));
        assertThat(records.items(PlayCountRecord.class)).containsExactly("Salt, and Other Weather");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(1);
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(8);
        assertThat(records.only(WatchlistRecord.class).at()).isEqualTo("2025-09-01T10:00:00Z");
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Größe Null");
    }

    @Test
    void commentsAndPlacesAreReported() {
        SampleRecords records = SampleRecords.of(FORMAT, "movary/export-history.csv");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason, SkippedRecord::row)
                .containsExactly(tuple(SkipReason.NOT_SUPPORTED, "with \"Sam\", Cinema"));
    }

    @Test
    void oneTableAloneOrAnArchiveIsRead() {
        assertThat(SampleRecords.of(FORMAT, "movary/export-ratings.csv").all()).hasSize(1);
        assertThat(SampleRecords.of(FORMAT, "movary/export-watchlist.csv").all())
                .hasSize(1);
        SampleRecords archive = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "movary/a.csv", HISTORY + "M,2019,9900001,,2020-01-04,,\n",
                        "movary/b.csv", "userRating,title,year,tmdbId,imdbId\n7,M,2019,9900001,\n",
                        "movary/c.csv", "secret\nx\n"));
        assertThat(archive.all()).hasSize(2);
    }

    /// One bad row stopped whole imports of other programs (Movary#184, #189, #636).
    @Test
    void oneBadRowDoesNotStopTheOthers() {
        SampleRecords records = SampleRecords.ofText(
                FORMAT,
                directory,
                "history.csv",
                HISTORY + "M,2019,9900001,,2020-13-04,,\n,,0,,2020-01-04,,\nM,99999999999999999999,-1,N/A,2020-01-04\n"
                        + "\0,\nM,2019,9900001,,,,\nM,2019,9900001,,2021-01-04,,,more\n");
        assertThat(records.of(PlayRecord.class)).hasSize(2);
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .contains(SkipReason.INVALID_DATE, SkipReason.NO_ITEM);
    }

    /// Ratings of 0 are none (Movary#195).
    @Test
    void aRatingOfZeroIsNone() {
        SampleRecords records = SampleRecords.ofText(
                FORMAT,
                directory,
                "ratings.csv",
                "title,year,tmdbId,imdbId,userRating\nM,2019,9900001,,0\nN,2019,9900002,,10\n");
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(10);
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.INVALID_VALUE);
    }

    @Test
    void onlyItsOwnSamplesAreDetected() {
        assertThat(SampleFiles.matching(FORMAT, directory))
                .containsExactly(
                        "movary",
                        "movary/export-history.csv",
                        "movary/export-ratings.csv",
                        "movary/export-watchlist.csv");
        assertThat(SampleFiles.hostile(directory)).noneMatch(file -> SampleFiles.matches(FORMAT, file));
    }
}
