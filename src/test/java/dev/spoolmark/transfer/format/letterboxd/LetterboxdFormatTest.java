package dev.spoolmark.transfer.format.letterboxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterboxdFormatTest {

    private static final LetterboxdFormat FORMAT = new LetterboxdFormat();
    private static final String EXPORT = "letterboxd-alexfilm-2026-01-01-00-00-utc.zip";
    private static final String DIARY = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n";
    private static final String FILMS = "Date,Name,Year,Letterboxd URI\n";

    @TempDir
    private Path directory;

    @Test
    void everyKindOfDataIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, EXPORT);
        assertThat(records.items(PlayRecord.class))
                .containsExactly("The Paper Lighthouse", "The Paper Lighthouse", "Größe Null");
        assertThat(records.of(PlayRecord.class))
                .extracting(play -> play.time().at(), play -> play.time().precision())
                .contains(tuple(Instant.parse("2020-01-04T12:00:00Z"), TimePrecision.DAY));
        assertThat(records.items(PlayCountRecord.class)).containsExactly("Salt, and Other Weather");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(1);
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(9.0, 7.0);
        assertThat(records.only(WatchlistRecord.class).item().year()).isEqualTo(2024);
        assertThat(records.items(FavoriteRecord.class)).containsExactly("The Paper Lighthouse");
    }

    @Test
    void reviewsKeepTheirParagraphs() {
        SampleRecords records = SampleRecords.of(FORMAT, EXPORT);
        assertThat(records.of(CommentRecord.class))
                .extracting(CommentRecord::text, CommentRecord::isReview)
                .containsExactly(
                        tuple("First paragraph with \"quotes\".\n\nSecond paragraph, after a blank line.", true),
                        tuple("A review without a watch date.", true));
    }

    @Test
    void aListHasItsDescriptionAndNotes() {
        SampleRecords records = SampleRecords.of(FORMAT, EXPORT);
        ListRecord list = records.only(ListRecord.class);
        assertThat(list.name()).isEqualTo("Rainy days");
        assertThat(list.description()).isEqualTo("A list\nwith a two-line description");
        assertThat(list.createdAt()).isEqualTo("2024-05-05T12:00:00Z");
        assertThat(records.of(ListItemRecord.class))
                .extracting(ListItemRecord::list, ListItemRecord::rank, ListItemRecord::note)
                .containsExactly(tuple(list.key(), 1, "start, here"), tuple(list.key(), 2, null));
    }

    @Test
    void unsupportedPartsAreReported() {
        SampleRecords records = SampleRecords.of(FORMAT, EXPORT);
        assertThat(records.skipped())
                .extracting(
                        skipped -> skipped.source().member(),
                        skipped -> skipped.source().line(),
                        SkippedRecord::reason)
                .containsExactly(
                        tuple("diary.csv", 2, SkipReason.NOT_SUPPORTED),
                        tuple("comments.csv", 0, SkipReason.NOT_SUPPORTED),
                        tuple("likes/reviews.csv", 0, SkipReason.NOT_SUPPORTED));
    }

    @Test
    void aFilmMayBeAShow() {
        PlayRecord play = SampleRecords.of(FORMAT, EXPORT).of(PlayRecord.class).getFirst();
        assertThat(play.item().otherwise()).isNotNull().satisfies(show -> {
            assertThat(show.title()).isEqualTo("The Paper Lighthouse");
            assertThat(show.year()).isEqualTo(2019);
        });
    }

    @Test
    void filmsOfOneNameAreJoinedByYear() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "diary.csv", DIARY + "2020-01-05,Twin,1999,https://boxd.it/z1,,,,2020-01-04\n",
                        "watched.csv",
                                FILMS + "2020-01-05,Twin,1999,https://boxd.it/a1\n"
                                        + "2020-01-05,Twin,2011,https://boxd.it/a2\n"));
        assertThat(records.only(PlayCountRecord.class).item().year()).isEqualTo(2011);
    }

    @Test
    void theDayOfTheEntryIsNotTheDayOfTheViewing() {
        SampleRecords records = SampleRecords.ofText(
                FORMAT,
                directory,
                "diary (1).csv",
                DIARY + "2026-01-01,M,2019,https://boxd.it/z1,0,,,2020-02-03\n"
                        + "2026-01-01,M,2019,https://boxd.it/z2,,,,\n"
                        + "2026-01-01,N,2019,https://boxd.it/z3,,,,some day\n");
        assertThat(records.only(PlayRecord.class).time().at()).isEqualTo("2020-02-03T12:00:00Z");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
        assertThat(records.of(RatingRecord.class)).isEmpty();
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.INVALID_DATE);
    }

    @Test
    void withoutATableOfRatingsTheNewestOfTheDiaryCounts() {
        SampleRecords records = SampleRecords.ofText(
                FORMAT,
                directory,
                "entries.csv",
                DIARY + "2025-01-02,M,2019,https://boxd.it/z2,5,Yes,,2025-01-01\n"
                        + "2020-01-02,M,2019,https://boxd.it/z1,0.5,,,2020-01-01\n");
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(10.0);
    }

    @Test
    void reviewsAloneHavePlaysOnlyOnTheirDays() {
        SampleRecords records = SampleRecords.ofText(
                FORMAT,
                directory,
                "reviews.csv",
                "Watched Date,Review,Date,Name,Year,Letterboxd URI,Rating,New Column\n"
                        + "2020-01-01,\"<i>Quiet</i>,<br>then &amp; loud <3\",2020-01-02,M,2019,u,4,x\n"
                        + ",No day,2020-01-02,N,2019,u,,x\n"
                        + ",,2020-01-02,O,2019,u,,x\n"
                        + ",No film,2020-01-02,,,u,,x\n");
        assertThat(records.items(PlayRecord.class)).containsExactly("M");
        assertThat(records.of(CommentRecord.class))
                .extracting(CommentRecord::text)
                .containsExactly("Quiet,\nthen & loud <3", "No day");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.INVALID_VALUE, SkipReason.NO_ITEM);
    }

    @Test
    void theContentOfARenamedTableIsAQuestion() throws IOException {
        Path file =
                Files.writeString(directory.resolve("my export.csv"), FILMS + "2025-09-01,M,2024,https://boxd.it/a1\n");
        try (ImportFile opened = ImportFile.open(file, "my export.csv")) {
            assertThat(FORMAT.questions(opened, ImportOptions.of(ZoneOffset.UTC)))
                    .containsExactly(new ImportQuestion(
                            "file-kind", true, List.of("watched", "watchlist", "likes"), "my export.csv"));
        }
        ImportOptions options = ImportOptions.of(ZoneOffset.UTC).with("file-kind", "watchlist");
        SampleRecords records = SampleRecords.of(FORMAT, file, options);
        assertThat(records.items(WatchlistRecord.class)).containsExactly("M");
        assertThat(records.all()).hasSize(1);
    }

    @Test
    void aNamedTableNeedsNoAnswer() throws IOException {
        for (String name : List.of("watchlist-alex (1).csv", "watched.csv", "films.csv")) {
            Path file = Files.writeString(directory.resolve(name), FILMS + "2025-09-01,M,2024,https://boxd.it/a1\n");
            try (ImportFile opened = ImportFile.open(file, name)) {
                assertThat(FORMAT.questions(opened, ImportOptions.of(ZoneOffset.UTC)))
                        .isEmpty();
            }
            assertThat(SampleRecords.of(FORMAT, file, ImportOptions.of(ZoneOffset.UTC))
                            .all())
                    .hasSize(1);
        }
    }

    @Test
    void tablesForTheImportOfLetterboxdAreRead() {
        SampleRecords records = SampleRecords.of(FORMAT, "letterboxd-import.csv");
        assertThat(records.of(PlayRecord.class))
                .extracting(
                        play -> play.item().ids().tmdb(),
                        play -> play.item().ids().imdb(),
                        play -> play.time().at())
                .containsExactly(
                        tuple(9900001L, "tt9900001", Instant.parse("2020-01-04T12:00:00Z")),
                        tuple(9900001L, "tt9900001", Instant.parse("2025-10-05T12:00:00Z")));
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(9);
        assertThat(records.only(CommentRecord.class).text()).isEqualTo("First line\nsecond line");
    }

    @Test
    void starsAndViewingsWithoutADayAreReadFromAnImportTable() {
        SampleRecords records = SampleRecords.ofText(
                FORMAT,
                directory,
                "films.csv",
                "Title,Year,WatchedDate,Rating\nM,2019,2020-01-01,3.5\nM,2019,,\nM,2019,tomorrow,\n,,2020-01-01,\n");
        assertThat(records.of(PlayRecord.class)).hasSize(1);
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(7);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.INVALID_DATE, SkipReason.NO_ITEM);
    }

    @Test
    void deletedEntriesAndTheProfileAreNotOpened() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "letterboxd/deleted/diary.csv",
                        DIARY + "2020-01-05,M,1999,u,,,,2020-01-04\n",
                        "letterboxd/deleted/lists/old.csv",
                        "Letterboxd list export v7\n",
                        "letterboxd/orphaned/diary.csv",
                        DIARY + "2020-01-05,M,1999,u,,,,2020-01-04\n",
                        "letterboxd/profile.csv",
                        "Date Joined,Email Address,Letterboxd URI\n2018-01-01,a@b.invalid,u\n",
                        "letterboxd/watchlist.csv",
                        FILMS));
        assertThat(records.all()).isEmpty();
    }

    @Test
    void aListOfAnotherVersionOrWithoutItemsIsRead() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "watchlist.csv",
                        FILMS,
                        "lists/empty-list.csv",
                        "Letterboxd list export v7\n",
                        "lists/new.csv",
                        "Letterboxd list export v8\nName,Date,Color\nNew,2024-01-01,red\n\n"
                                + "Name,Position,Year\nM,1,2019\n,2,\n"));
        assertThat(records.of(ListRecord.class)).extracting(ListRecord::name).containsExactly("empty list", "New");
        assertThat(records.items(ListItemRecord.class)).containsExactly("M");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NO_ITEM);
    }
}
