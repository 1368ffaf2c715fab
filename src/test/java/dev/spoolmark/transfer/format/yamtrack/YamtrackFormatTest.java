package dev.spoolmark.transfer.format.yamtrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.MatchedSamples;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamtrackFormatTest {

    private static final YamtrackFormat FORMAT = new YamtrackFormat();
    private static final String HEADING =
            "media_id,source,media_type,title,season_number,episode_number,score,progress,status,end_date,notes\n";

    @TempDir
    private Path directory;

    private SampleRecords read(String rows) {
        return SampleRecords.ofText(FORMAT, directory, "export.csv", HEADING + rows);
    }

    @Test
    void repeatsOf2024AreFurtherPlaysAtUnknownTimes() {
        SampleRecords records = SampleRecords.of(FORMAT, "yamtrack-2024.csv");
        assertThat(records.items(PlayRecord.class)).containsExactly("The Paper Lighthouse", "S1E1 of Harbour Street");
        assertThat(records.of(PlayRecord.class).getFirst().time()).isEqualTo(WatchedTime.of(LocalDate.of(2020, 1, 4)));
        assertThat(records.of(PlayRecord.class).getLast().time()).isEqualTo(WatchedTime.of(LocalDate.of(2025, 11, 1)));
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(8.0, 7.5);
        assertThat(records.items(RatingRecord.class)).containsExactly("The Paper Lighthouse", "S1 of Harbour Street");
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("two\nlines");
        assertThat(records.skipped()).isEmpty();
    }

    @Test
    void rowsOf2026AreOnePlayEach() {
        SampleRecords records = SampleRecords.of(FORMAT, "yamtrack-2026.csv");
        assertThat(records.items(PlayRecord.class))
                .containsExactly(
                        "The Paper Lighthouse",
                        "The Paper Lighthouse",
                        "S1E1 of Harbour Street",
                        "S1E1 of Harbour Street",
                        "Holiday video");
        assertThat(records.of(PlayRecord.class).getFirst().time())
                .isEqualTo(WatchedTime.of(Instant.parse("2020-01-04T19:30:00Z")));
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(9.0, 9.0, 7.0);
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Salt, and Other Weather");
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("rewatch");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.OTHER_MEDIUM);
    }

    @Test
    void idsOfEpisodesAreThoseOfTheirShow() {
        PlayRecord play = SampleRecords.of(FORMAT, "yamtrack-2026.csv")
                .of(PlayRecord.class)
                .get(2);
        assertThat(play.item().ids()).isEqualTo(Ids.ofTmdb(9900101));
        assertThat(play.item().ownIds()).isEqualTo(Ids.NONE);
    }

    @Test
    void manualIdsMeanNothing() {
        PlayRecord play = SampleRecords.of(FORMAT, "yamtrack-2026.csv")
                .of(PlayRecord.class)
                .getLast();
        assertThat(play.item().ids()).isEqualTo(Ids.NONE);
        assertThat(play.item().foreignId()).isNull();
    }

    @Test
    void animeIsKnownByItsForeignIdAndPausedShowsAreHidden() {
        SampleRecords records = SampleRecords.of(FORMAT, "yamtrack-2026.csv");
        HiddenRecord paused = records.only(HiddenRecord.class);
        assertThat(paused.section()).isEqualTo(HiddenSection.PROGRESS);
        assertThat(paused.item().foreignId()).isEqualTo("mal:990001");
        assertThat(records.items(PlayCountRecord.class))
                .containsExactly("S1E1 of Hoshi no Eki", "S1E2 of Hoshi no Eki");
    }

    @Test
    void aCompletedAnimeOfOneEpisodeMayBeAMovie() {
        PlayRecord play = read("7,mal,anime,A,,,,1,Completed,2024-01-02,\n").only(PlayRecord.class);
        assertThat(play.item().otherwise()).isNotNull().satisfies(movie -> {
            assertThat(movie.title()).isEqualTo("A");
            assertThat(movie.foreignId()).isEqualTo("mal:7");
        });
    }

    @Test
    void progressOfAnimeIsBounded() {
        assertThat(read("7,mal,anime,A,,,,99999,Watching,,\n").all()).hasSize(5_001);
    }

    @Test
    void playsWithoutADateAreCountedWithTheOthers() {
        SampleRecords records = read("""
                5,tmdb,movie,M,,,,1,Completed,,
                5,tmdb,movie,M,,,,1,Completed,2024-01-02 10:00:00+00:00,
                5,tmdb,movie,M,,,,1,Completed,,
                5,tmdb,movie,M,,,,1,Completed,never,
                """);
        assertThat(records.of(PlayRecord.class)).hasSize(1);
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(3);
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.INVALID_DATE);
    }

    @Test
    void theRatingOfTheLatestRowCounts() {
        SampleRecords records = SampleRecords.ofText(FORMAT, directory, "export.csv", """
                created_at,media_id,source,media_type,title,score,status,end_date
                2025-01-01 00:00:00+00:00,5,tmdb,movie,M,9,Completed,2025-01-01
                2020-01-01 00:00:00+00:00,5,tmdb,movie,M,"4,5",Completed,2020-01-01
                """);
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(9);
        assertThat(records.only(RatingRecord.class).at()).isEqualTo("2025-01-01T00:00:00Z");
    }

    @Test
    void rowsWithOnlyATitleAreFoundByIt() {
        SampleRecords records = read(",,movie,M,,,,1,Completed,2024-01-02 10:00:00+00:00,\n");
        assertThat(records.items(PlayRecord.class)).containsExactly("M");
        assertThat(records.only(PlayRecord.class).item().foreignId()).isNull();
    }

    @Test
    void droppedShowsAreHiddenAndDroppedMoviesAreNotWatched() {
        SampleRecords records = read("""
                1,tmdb,tv,S,,,,,Dropped,,
                1,tmdb,season,S,2,,,,Dropped,,
                5,tmdb,movie,M,,,,0,Dropped,,
                6,tmdb,movie,N,,,,0,In progress,,
                """);
        assertThat(records.of(HiddenRecord.class))
                .extracting(HiddenRecord::section)
                .containsExactly(HiddenSection.DROPPED, HiddenSection.PROGRESS);
        assertThat(records.of(PlayRecord.class)).isEmpty();
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NOT_WATCHED, SkipReason.NOT_WATCHED);
    }

    @Test
    void notesWithLineBreaksAndSeparatorsStayTogether() {
        SampleRecords records = read("5,tmdb,movie,M,,,,1,Completed,2024-01-02,\"a, \"\"b\"\"\n\nc\"\n"
                + "6,tmdb,movie,N,,,,1,Completed,2024-01-03,\n");
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("a, \"b\"\n\nc");
        assertThat(records.items(PlayRecord.class)).containsExactly("M", "N");
    }

    @Test
    void aRowThatCannotBeReadDoesNotStopTheOthers() {
        SampleRecords records = read("""
                ,,movie,,,,,1,Completed,,
                5,tmdb,episode,S,,,,,,2024-01-02,
                5,tmdb,episode,S,1,99999999999999999999,,,,2024-01-02,
                5
                5,tmdb,movie,M,,,eleven,1,Sleeping,2024-01-02,
                5,tmdb,movie,M\0,,,8,1,Completed,2024-01-02 10:00,
                """);
        assertThat(records.of(PlayRecord.class)).hasSize(1);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.INVALID_VALUE,
                        SkipReason.INVALID_VALUE);
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(8);
    }

    @Test
    void columnsMayBeMissingInAnyOrderAndOfOtherNames() {
        SampleRecords records = SampleRecords.ofText(FORMAT, directory, "export.csv", """
                \uFEFFTitle;future_column;MEDIA_TYPE;source;media_id;episode_number;season_number;watch_date
                S;x;episode;tmdb;1;2;1;2024-01-02
                """);
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E2 of S");
        assertThat(records.only(PlayRecord.class).time().precision()).isEqualTo(TimePrecision.DAY);
    }

    @Test
    void oldEncodingsAndTooLongRowsAreNamed() throws IOException {
        Path file = directory.resolve("export.csv");
        Files.write(
                file,
                (HEADING + "5,tmdb,movie,Größe,,,,1,Completed,2024-01-02,,extra\n")
                        .getBytes(Charset.forName("windows-1252")));
        SampleRecords records = SampleRecords.of(FORMAT, file, ImportOptions.of(ZoneOffset.UTC));
        assertThat(records.items(PlayRecord.class)).containsExactly("Größe");
        assertThat(records.warnings())
                .extracting(ImportWarning::topic)
                .containsExactly(ImportWarning.Topic.OLD_ENCODING, ImportWarning.Topic.EXTRA_CELLS);
    }

    @Test
    void anEndlessQuoteIsAnError() {
        assertThatThrownBy(() -> read("\"" + "x".repeat(1 << 20))).isInstanceOf(ImportFileException.class);
    }

    @Test
    void onlyItsSamplesAreDetected() {
        assertThat(MatchedSamples.of(FORMAT)).containsExactly("yamtrack-2024.csv", "yamtrack-2026.csv");
    }
}
