package dev.spoolmark.transfer.format.imdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.format.SampleFiles;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.ImportWarning.Topic;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImdbFormatTest {

    private static final ImdbFormat FORMAT = new ImdbFormat();
    private static final ImportOptions OPTIONS = ImportOptions.of(ZoneOffset.UTC);
    private static final String LIST = "Position,Const,Created,Modified,Description,Title,Title Type,Year\n";

    @TempDir
    private Path directory;

    @Test
    void ratingsOfMoviesShowsAndEpisodesAreRead() {
        SampleRecords records = SampleRecords.of(FORMAT, "imdb-ratings.csv");
        assertThat(records.of(RatingRecord.class))
                .extracting(rating -> rating.item().kind(), RatingRecord::score)
                .containsExactly(tuple(Kind.MOVIE, 8.0), tuple(Kind.SHOW, 9.0), tuple(Kind.EPISODE, 10.0));
        RatingRecord movie = records.of(RatingRecord.class).getFirst();
        assertThat(movie.at()).isEqualTo("2020-01-04T12:00:00Z");
        assertThat(movie.item().ids().imdb()).isEqualTo("tt9900001");
        assertThat(movie.item().year()).isEqualTo(2019);
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.OTHER_MEDIUM);
        assertThat(records.all()).hasSize(4);
    }

    @Test
    void theIdOfAnEpisodeIsItsOwn() {
        RatingRecord episode = SampleRecords.of(FORMAT, "imdb-ratings.csv")
                .of(RatingRecord.class)
                .getLast();
        assertThat(episode.item().ids().isEmpty()).isTrue();
        assertThat(episode.item().ownIds().imdb()).isEqualTo("tt9900111");
        assertThat(episode.item().title()).isNull();
        assertThat(episode.item().episodeTitle()).isEqualTo("Harbour Street: Low Tide");
        assertThat(episode.item().otherwise()).isNotNull().satisfies(byTitle -> {
            assertThat(byTitle.title()).isEqualTo("Harbour Street");
            assertThat(byTitle.episodeTitle()).isEqualTo("Low Tide");
            assertThat(byTitle.year()).isNull();
        });
    }

    @Test
    void theWatchlistHasDaysAndNotes() {
        SampleRecords records = SampleRecords.of(FORMAT, "imdb-watchlist.csv");
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Salt, and Other Weather", "Harbour Street");
        WatchlistRecord show = records.of(WatchlistRecord.class).getLast();
        assertThat(show.rank()).isEqualTo(2);
        assertThat(show.note()).isEqualTo("pilot first");
        assertThat(show.at()).isEqualTo("2025-09-02T12:00:00Z");
        assertThat(records.all()).hasSize(2);
    }

    @Test
    void theOldLayoutIsDecodedAsWindows1252() {
        SampleRecords records = SampleRecords.of(FORMAT, "imdb-ratings-2016-old.csv");
        RatingRecord rating = records.only(RatingRecord.class);
        assertThat(rating.item().title()).isEqualTo("Größe");
        assertThat(rating.score()).isEqualTo(8);
        assertThat(rating.at()).isEqualTo("2014-01-04T12:00:00Z");
        assertThat(records.warnings()).extracting(ImportWarning::topic).containsExactly(Topic.OLD_ENCODING);
    }

    /// The words of types changed in June 2024.
    @ParameterizedTest
    @CsvSource({
        "movie, MOVIE",
        "Movie, MOVIE",
        "tvMovie, MOVIE",
        "TV Movie, MOVIE",
        "tvSpecial, MOVIE",
        "TV Special, MOVIE",
        "short, MOVIE",
        "Short, MOVIE",
        "tvShort, MOVIE",
        "TV Short, MOVIE",
        "video, MOVIE",
        "Video, MOVIE",
        "musicVideo, MOVIE",
        "Music Video, MOVIE",
        "tvSeries, SHOW",
        "TV Series, SHOW",
        "tvMiniSeries, SHOW",
        "TV Mini Series, SHOW",
        "Mini-Series, SHOW",
        "tvEpisode, EPISODE",
        "TV Episode, EPISODE",
        "Hologram, MOVIE"
    })
    void typesAreCodesOrWords(String type, Kind kind) {
        SampleRecords records = ratings("Const,Your Rating,Title Type,Title\ntt9900001,8," + type + ",M: N\n");
        assertThat(records.only(RatingRecord.class).item().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"videoGame", "Video Game", "podcastSeries", "Podcast Series", "podcastEpisode", "Podcast Episode"})
    void gamesAndPodcastsAreSkipped(String type) {
        SampleRecords records = ratings("Const,Your Rating,Title Type,Title\ntt9900001,8," + type + ",M\n");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.OTHER_MEDIUM);
    }

    @Test
    void aRatingOfUnknownTypeMayBeOfAShow() {
        SampleRecords records = ratings("Const,Your Rating,Title\n1234567,8,M\n");
        assertThat(records.only(RatingRecord.class).item().ids().imdb()).isEqualTo("tt1234567");
        assertThat(records.only(RatingRecord.class).item().otherwise())
                .isNotNull()
                .satisfies(show -> assertThat(show.kind()).isEqualTo(Kind.SHOW));
    }

    @Test
    void oneBadRowDoesNotStopTheOthers() {
        SampleRecords records = ratings("Date Rated,Const,Your Rating,Title,Title Type\n"
                + "2020-01-04,tt9900001,,A,Movie\n2020-01-04,tt9900001,99999999999999999999,B,Movie\n,,8,,Movie\n\0\n"
                + "yesterday,tt9900001,7,C,Movie\n");
        assertThat(records.only(RatingRecord.class).at()).isNull();
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.INVALID_VALUE, SkipReason.INVALID_VALUE, SkipReason.NO_ITEM, SkipReason.NO_ITEM);
    }

    @Test
    void aWatchlistMayContainAnItemTwice() {
        SampleRecords records = SampleRecords.ofText(
                FORMAT,
                directory,
                "WATCHLIST.csv",
                LIST + "1,tt9900001,2025-09-01,,,M,Movie,2019\n2,tt9900001,2025-09-02,,,M,Movie,2019\n"
                        + "3,nm9900001,2025-09-02,,,Ada Example,,\n");
        assertThat(records.items(WatchlistRecord.class)).containsExactly("M", "M");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.OTHER_MEDIUM);
    }

    @Test
    void theContentOfAListIsAQuestion() throws IOException {
        Path file = list("0b5a7c.csv");
        try (ImportFile opened = ImportFile.open(file, "0b5a7c.csv")) {
            assertThat(FORMAT.questions(opened, OPTIONS))
                    .containsExactly(
                            new ImportQuestion(
                                    "file-kind",
                                    true,
                                    List.of("watchlist", "list", "check-ins", "ratings"),
                                    "0b5a7c.csv"),
                            new ImportQuestion("list-name", false, List.of(), "0b5a7c"));
            assertThat(FORMAT.questions(opened, OPTIONS.with("file-kind", "watchlist")))
                    .hasSize(1);
        }
        SampleRecords records = SampleRecords.of(FORMAT, file, OPTIONS.with("file-kind", "watchlist"));
        assertThat(records.items(WatchlistRecord.class)).containsExactly("M", "Harbour Street", "M");
    }

    @Test
    void aListIsNamedByItsFileOrTheUser() throws IOException {
        Path file = list("Rainy days.csv");
        SampleRecords records = SampleRecords.of(FORMAT, file, OPTIONS);
        assertThat(records.only(ListRecord.class).name()).isEqualTo("Rainy days");
        assertThat(records.of(ListItemRecord.class))
                .extracting(ListItemRecord::rank, ListItemRecord::note, ListItemRecord::list)
                .contains(tuple(1, "first", records.only(ListRecord.class).key()));
        assertThat(SampleRecords.of(FORMAT, file, OPTIONS.with("list-name", "Wet days"))
                        .only(ListRecord.class)
                        .name())
                .isEqualTo("Wet days");
    }

    @Test
    void checkInsArePlays() throws IOException {
        SampleRecords records = SampleRecords.of(FORMAT, list("checkins.csv"), OPTIONS.with("file-kind", "check-ins"));
        assertThat(records.only(PlayRecord.class).time().at()).isEqualTo("2025-09-01T12:00:00Z");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NEEDS_EPISODES);
    }

    @Test
    void filesInAnArchiveAreReadByTheirNames() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "imdb/ratings.csv",
                        "Const,Your Rating\ntt9900001,8\n",
                        "imdb/watchlist.csv",
                        LIST + "1,tt9900002,2025-09-01,,,M,Movie,2019\n",
                        "imdb/people.csv",
                        LIST + "1,nm9900001,2025-09-01,,,Ada Example,,\n",
                        "imdb/readme.txt",
                        "Const,Your Rating\ntt9900003,8\n"));
        assertThat(records.of(RatingRecord.class)).hasSize(1);
        assertThat(records.items(WatchlistRecord.class)).containsExactly("M");
        assertThat(records.only(ListItemRecord.class).item().kind()).isEqualTo(Kind.PERSON);
    }

    @Test
    void onlyItsOwnSamplesAreDetected() {
        assertThat(SampleFiles.matching(FORMAT, directory))
                .containsExactly("imdb-ratings-2016-old.csv", "imdb-ratings.csv", "imdb-watchlist.csv");
        assertThat(SampleFiles.hostile(directory)).noneMatch(file -> SampleFiles.matches(FORMAT, file));
    }

    private SampleRecords ratings(String text) {
        return SampleRecords.ofText(FORMAT, directory, "ratings.csv", text);
    }

    private Path list(String name) throws IOException {
        return Files.writeString(
                directory.resolve(name),
                LIST
                        + "1,tt9900001,2025-09-01,,first,M,Movie,2019\n2,tt9900101,2025-09-02,,,Harbour Street,TV Series,\n"
                        + "3,tt9900001,,,,M,Movie,2019\n");
    }
}
