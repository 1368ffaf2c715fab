package dev.spoolmark.transfer.format.kodi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.MatchedSamples;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.PlaybackRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KodiFormatTest {

    private static final KodiFormat FORMAT = new KodiFormat();
    private static final String MOVIE = "kodi/The Paper Lighthouse (2019).nfo";
    private static final String EPISODES = "kodi/Harbour Street/Season 01/Harbour Street S01E01-E02.nfo";

    @TempDir
    private Path directory;

    private SampleRecords read(String xml) {
        return SampleRecords.ofText(FORMAT, directory, "any.nfo", xml);
    }

    @Test
    void theLastPlayOfAMovieHasALocalTime() {
        SampleRecords records = SampleRecords.of(FORMAT, MOVIE);
        assertThat(records.only(PlayRecord.class).time())
                .isEqualTo(WatchedTime.of(Instant.parse("2025-10-05T18:00:00Z")));
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(8);
        assertThat(records.only(PlayRecord.class).item().ids())
                .isEqualTo(new Ids("tt9900001", null, 9900001L, null, null));
        assertThat(records.only(PlayRecord.class).item().year()).isEqualTo(2019);
        assertThat(records.of(PlaybackRecord.class)).isEmpty();
        assertThat(records.skipped()).isEmpty();
    }

    @Test
    void episodesOfOneFileHaveTheIdsOfTheShowAbove() {
        SampleRecords records = SampleRecords.of(FORMAT, "kodi/Harbour Street");
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E1 of Harbour Street");
        assertThat(records.only(PlayRecord.class).time())
                .isEqualTo(WatchedTime.of(Instant.parse("2021-03-03T19:00:00Z")));
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E2 of Harbour Street");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(1);
        assertThat(records.only(PlayRecord.class).item().ids())
                .isEqualTo(new Ids(null, 9920101L, 9900101L, null, null));
        assertThat(records.only(PlayRecord.class).item().ownIds()).isEqualTo(Ids.ofTvdb(9940101));
        assertThat(records.items(RatingRecord.class)).containsExactly("Harbour Street");
    }

    @Test
    void episodesWithoutAShowAboveAreKnownByItsTitle() {
        SampleRecords records = SampleRecords.of(FORMAT, EPISODES);
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E1 of Harbour Street");
        assertThat(records.only(PlayRecord.class).item().ids()).isEqualTo(Ids.NONE);
    }

    @Test
    void aVideoOfSeveralEpisodesOfJellyfinIsAPlayOfEach() {
        SampleRecords records = read("""
                <episodedetails><showtitle>S</showtitle><season>1</season><episode>2</episode>
                <episodenumberend>3</episodenumberend><tvdbid>5</tvdbid><playcount>1</playcount></episodedetails>""");
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E2 of S", "S1E3 of S");
        assertThat(records.of(PlayCountRecord.class).getLast().item().ownIds()).isEqualTo(Ids.NONE);
        assertThat(read("<episodedetails><showtitle>S</showtitle><season>1</season><episode>2</episode>"
                                + "<episodenumberend>99999</episodenumberend><playcount>1</playcount></episodedetails>")
                        .of(PlayCountRecord.class))
                .hasSize(21);
    }

    @Test
    void aLibraryInOneFileIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, "kodi/videodb.xml");
        assertThat(records.items(PlayRecord.class)).containsExactly("The Paper Lighthouse", "S1E1 of Harbour Street");
        assertThat(records.items(PlayCountRecord.class)).containsExactly("The Paper Lighthouse");
        assertThat(records.of(PlayRecord.class).getLast().item().ids()).isEqualTo(Ids.ofTvdb(9920101));
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(8);
    }

    @Test
    void aWholeDirectoryIsRead() {
        assertThat(SampleRecords.of(FORMAT, "kodi").items(PlayRecord.class))
                .containsExactlyInAnyOrder(
                        "S1E1 of Harbour Street",
                        "The Paper Lighthouse",
                        "The Paper Lighthouse",
                        "S1E1 of Harbour Street");
    }

    @Test
    void watchedFilesOfEmbyAndOldFilesAreOnePlay() {
        SampleRecords records = read("""
                <movie><title>M</title><id>tt0000005</id><watched>true</watched><lastplayed/></movie>""");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(1);
        assertThat(records.only(PlayCountRecord.class).item().ids().imdb()).isEqualTo("tt0000005");
        assertThat(read("<tvshow><title>S</title><id>77</id><userrating>9</userrating></tvshow>")
                        .only(RatingRecord.class)
                        .item()
                        .ids())
                .isEqualTo(Ids.ofTvdb(77));
    }

    @Test
    void countsOfMoviesThatAreMarkedAsNotWatchedAreSkipped() {
        SampleRecords records = read("<movie><title>M</title><watched>false</watched><playcount>3</playcount></movie>");
        assertThat(records.only(SkippedRecord.class).reason()).isEqualTo(SkipReason.NOT_WATCHED);
        assertThat(records.all()).hasSize(1);
    }

    @Test
    void aDayWithoutAClockTimeStaysADay() {
        assertThat(read("<movie><title>M</title><playcount>1</playcount><lastplayed>2021-03-03</lastplayed></movie>")
                        .only(PlayRecord.class)
                        .time()
                        .precision())
                .isEqualTo(TimePrecision.DAY);
    }

    @Test
    void aPositionIsAResumePoint() {
        SampleRecords records = read("""
                <movie><title>M</title><playcount>0</playcount><lastplayed>2021-03-03 20:00:00</lastplayed>
                <resume><position>900.5</position><total>3602.0</total></resume></movie>""");
        assertThat(records.only(PlaybackRecord.class).percent()).isEqualTo(25);
        assertThat(records.only(PlaybackRecord.class).at()).isEqualTo("2021-03-03T19:00:00Z");
        assertThat(records.of(PlayRecord.class)).isEmpty();
    }

    @Test
    void theLibraryIsCollectedIfTheUserWantsIt() {
        SampleRecords records = SampleRecords.of(
                FORMAT,
                SampleRecords.sample(MOVIE),
                ImportOptions.of(ZoneId.of("Europe/Berlin")).with("collection", "yes"));
        assertThat(records.only(CollectionRecord.class).at()).isEqualTo("2022-02-02T01:02:02Z");
        assertThat(SampleRecords.of(FORMAT, MOVIE).of(CollectionRecord.class)).isEmpty();
    }

    @Test
    void aDamagedFileDoesNotStopTheOthers() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "a.nfo", "<movie><title>A</title><playcount>1</play",
                        "b.nfo", "<movie><title>B</title><playcount>1</playcount></movie>",
                        "c.nfo", "https://example.invalid/movie/5",
                        "d.nfo", "<artist><name>D</name></artist>",
                        "e.nfo", "\0\0\0",
                        "poster.jpg", "<movie>"));
        assertThat(records.items(PlayCountRecord.class)).containsExactly("B");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.OTHER_MEDIUM, SkipReason.UNREADABLE);
    }

    @Test
    void showsOfSeveralDirectoriesAreKeptApart() {
        String episode =
                "<episodedetails><season>1</season><episode>%d</episode><playcount>1</playcount>" + "</episodedetails>";
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "A/tvshow.nfo", "<tvshow><title>A</title></tvshow>",
                        "A/Season 1/1.nfo", episode.formatted(1),
                        "AB/tvshow.nfo", "<tvshow><title>AB</title></tvshow>",
                        "AB/2.nfo", episode.formatted(2),
                        "C/3.nfo", episode.formatted(3)));
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E1 of A", "S1E2 of AB");
        assertThat(records.only(SkippedRecord.class).reason()).isEqualTo(SkipReason.NO_ITEM);
    }

    @Test
    void valuesThatCannotBeReadAreSkipped() {
        SampleRecords records = read("""
                <movie><title>M</title><playcount>99999999999999999999</playcount><userrating>high</userrating>
                <watched>true</watched><lastplayed>yesterday</lastplayed><uniqueid type="imdb">-1</uniqueid>
                <resume><position>x</position><total>NaN</total></resume></movie>
                <movie/>
                <episodedetails><title>E</title><season>-1</season><episode>1</episode></episodedetails>""");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(1);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.INVALID_VALUE, SkipReason.INVALID_DATE, SkipReason.NO_ITEM, SkipReason.NO_ITEM);
    }

    @Test
    void entitiesAreNotReadAndADamagedFileAloneIsAnError() {
        assertThatThrownBy(() -> read("""
                <movie><title>&secret;</title><playcount>1</playcount></movie>""")).isInstanceOf(ImportFileException.class);
        assertThatThrownBy(() -> read("<movie><title>M</title>")).isInstanceOf(ImportFileException.class);
    }

    @Test
    void onlyItsSamplesAreDetected() {
        assertThat(MatchedSamples.of(FORMAT)).allMatch(sample -> sample.startsWith("kodi"));
        assertThat(MatchedSamples.of(FORMAT)).contains("kodi", "kodi/videodb.xml", MOVIE, EPISODES);
    }
}
