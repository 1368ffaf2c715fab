package dev.spoolmark.transfer.format.watcharr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.MatchedSamples;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatcharrFormatTest {

    private static final WatcharrFormat FORMAT = new WatcharrFormat();
    private static final String SAMPLE = "watcharr-export.json";

    @TempDir
    private Path directory;

    /// @param rows without their braces and contents of the same movie `M`
    private SampleRecords movie(String... rows) {
        StringBuilder json = new StringBuilder();
        for (String row : rows) {
            json.append(json.isEmpty() ? "" : ",")
                    .append("{\"rating\": 0, \"content\": {\"tmdbId\": 5, \"title\": \"M\", \"type\": \"movie\","
                            + " \"release_date\": \"2014-03-01T00:00:00Z\"}, ")
                    .append(row)
                    .append('}');
        }
        return read("[" + json + "]");
    }

    private SampleRecords show(String row) {
        return read("[{\"rating\": 0, \"content\": {\"tmdbId\": 6, \"title\": \"S\", \"type\": \"tv\"}, " + row + "}]");
    }

    private SampleRecords read(String json) {
        return SampleRecords.ofText(FORMAT, directory, "export.json", json);
    }

    @Test
    void everythingInTheSampleIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, SAMPLE);
        assertThat(records.items(PlayRecord.class)).containsExactly("The Paper Lighthouse", "S1E1 of Harbour Street");
        assertThat(records.of(PlayRecord.class))
                .extracting(PlayRecord::time)
                .containsExactly(
                        WatchedTime.of(Instant.parse("2020-01-04T19:30:00Z")),
                        WatchedTime.of(LocalDate.of(2024, 2, 1)));
        assertThat(records.items(RatingRecord.class))
                .containsExactly("The Paper Lighthouse", "S1E1 of Harbour Street", "S1 of Harbour Street");
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(8.0, 6.0, 7.0);
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("Slow,\ngood.");
        assertThat(records.only(ListRecord.class).name()).isEqualTo("rainy");
        assertThat(records.items(ListItemRecord.class)).containsExactly("The Paper Lighthouse");
        assertThat(records.only(SkippedRecord.class).reason()).isEqualTo(SkipReason.OTHER_MEDIUM);
        assertThat(records.of(PlayRecord.class).getFirst().item().ids())
                .isEqualTo(new Ids("tt9900001", null, 9900001L, null, null));
    }

    @Test
    void theYearOfAMovieIsKnownForNamesakes() {
        assertThat(movie("\"status\": \"PLANNED\"")
                        .only(WatchlistRecord.class)
                        .item()
                        .year())
                .isEqualTo(2014);
    }

    @Test
    void theFirstMarkIsADayAndLaterOnesCountOnlyWithTimesOfTheUser() {
        SampleRecords records = movie("""
                "status": "FINISHED", "activity": [
                {"type": "STATUS_CHANGED", "data": "FINISHED", "createdAt": "2024-03-01T10:00:00Z"},
                {"type": "STATUS_CHANGED", "data": "FINISHED", "createdAt": "2024-04-01T10:00:00Z"},
                {"type": "STATUS_CHANGED", "data": "WATCHING", "createdAt": "2024-01-01T10:00:00Z"},
                {"type": "ADDED_WATCHED", "data": "{\\"status\\": \\"FINISHED\\"}",
                 "createdAt": "2024-01-05T23:30:00.123456789Z"},
                {"type": "STATUS_CHANGED", "data": "FINISHED", "createdAt": "2024-05-01T10:00:00Z",
                 "customDate": "2024-04-30T20:00:00Z"}]""");
        assertThat(records.of(PlayRecord.class))
                .extracting(PlayRecord::time)
                .containsExactly(
                        WatchedTime.of(LocalDate.of(2024, 1, 6)),
                        WatchedTime.of(Instant.parse("2024-04-30T20:00:00Z")));
        assertThat(records.of(PlayCountRecord.class)).isEmpty();
    }

    @Test
    void theTimeOfAnImportIntoWatcharrIsNoTimeOfThePlay() {
        SampleRecords records = movie("""
                "status": "FINISHED", "activity": [
                {"type": "IMPORTED_WATCHED", "data": "{\\"status\\":\\"FINISHED\\"}",
                 "createdAt": "2024-03-01T10:00:00Z"},
                {"type": "STATUS_CHANGED", "data": "FINISHED", "createdAt": "2024-05-01T10:00:00Z",
                 "customDate": "2024-04-30T20:00:00Z"}]""");
        assertThat(records.of(PlayRecord.class)).hasSize(1);
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
    }

    @Test
    void anImportWithATimeIsOnePlay() {
        SampleRecords records = movie("""
                "status": "FINISHED", "activity": [
                {"type": "IMPORTED_WATCHED", "data": "{\\"status\\":\\"FINISHED\\"}",
                 "createdAt": "2024-03-01T10:00:00Z"},
                {"type": "IMPORTED_ADDED_WATCHED", "data": "", "createdAt": "2024-03-01T10:00:01Z",
                 "customDate": "2019-04-30T20:00:00Z"}]""");
        assertThat(records.only(PlayRecord.class).time())
                .isEqualTo(WatchedTime.of(Instant.parse("2019-04-30T20:00:00Z")));
        assertThat(records.of(PlayCountRecord.class)).isEmpty();
    }

    @Test
    void entriesThatWatcharrCountsAreAllPlays() {
        SampleRecords records = movie("""
                "status": "WATCHING", "activity": [
                {"type": "STATUS_CHANGED", "data": "FINISHED", "createdAt": "2026-03-01T10:00:00Z",
                 "countAsPlay": true},
                {"type": "STATUS_CHANGED", "data": "FINISHED", "createdAt": "2026-04-01T10:00:00Z",
                 "countAsPlay": true},
                {"type": "STATUS_CHANGED", "data": "FINISHED", "createdAt": "2026-05-01T10:00:00Z",
                 "countAsPlay": false},
                {"type": "STATUS_CHANGED", "data": "FINISHED", "createdAt": "2026-06-01T10:00:00Z",
                 "countAsPlay": true, "createdBy": 2}]""");
        assertThat(records.of(PlayRecord.class))
                .extracting(PlayRecord::time)
                .containsExactly(WatchedTime.of(LocalDate.of(2026, 3, 1)), WatchedTime.of(LocalDate.of(2026, 4, 1)));
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(3);
    }

    @Test
    void finishedWithoutALogIsOnePlayAtAnUnknownTime() {
        assertThat(movie("\"status\": \"FINISHED\"").only(PlayCountRecord.class).plays())
                .isEqualTo(1);
    }

    @Test
    void anEarlierMarkOfAMovieThatIsNotFinishedIsNoPlay() {
        SampleRecords records = movie("""
                "status": "DROPPED", "activity": [
                {"type": "STATUS_CHANGED", "data": "FINISHED", "createdAt": "2024-03-01T10:00:00Z"}]""");
        assertThat(records.of(PlayRecord.class)).isEmpty();
        assertThat(records.only(SkippedRecord.class).reason()).isEqualTo(SkipReason.NOT_WATCHED);
    }

    @Test
    void episodesHaveTheTimeThatTheUserEntered() {
        SampleRecords records = show("""
                "status": "WATCHING", "watchedEpisodes": [
                {"seasonNumber": 1, "episodeNumber": 2, "status": "FINISHED", "createdAt": "2024-03-01T10:00:00Z"},
                {"seasonNumber": 1, "episodeNumber": 12, "status": "FINISHED", "createdAt": "2024-03-02T10:00:00Z"},
                {"seasonNumber": 1, "episodeNumber": 3, "status": "WATCHING"},
                {"seasonNumber": 1, "episodeNumber": 4, "status": "PLANNED"},
                {"seasonNumber": 1, "episodeNumber": 5, "status": "FINISHED", "deletedAt": "2024-03-01T10:00:00Z"},
                {"seasonNumber": -1, "episodeNumber": 3, "status": "FINISHED"}], "activity": [
                {"type": "EPISODE_ADDED", "data": "{\\"season\\":1,\\"episode\\":2,\\"status\\":\\"FINISHED\\"}",
                 "createdAt": "2024-03-01T10:00:00Z", "customDate": "2023-03-01T10:00:00Z"}]""");
        assertThat(records.of(PlayRecord.class))
                .extracting(PlayRecord::time)
                .containsExactly(
                        WatchedTime.of(Instant.parse("2023-03-01T10:00:00Z")),
                        WatchedTime.of(LocalDate.of(2024, 3, 2)));
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.NOT_WATCHED, SkipReason.NOT_WATCHED, SkipReason.NOT_CHOSEN, SkipReason.NO_ITEM);
    }

    @Test
    void finishedShowsAndSeasonsWithoutEpisodesAreReported() {
        assertThat(show("\"status\": \"FINISHED\"").only(SkippedRecord.class).reason())
                .isEqualTo(SkipReason.NEEDS_EPISODES);
        SampleRecords seasons = show("""
                "status": "WATCHING", "watchedSeasons": [
                {"seasonNumber": 1, "status": "FINISHED", "rating": 0}, {"seasonNumber": 2, "status": "DROPPED"},
                {"seasonNumber": 3, "status": "PLANNED"}, {"status": "FINISHED"},
                {"seasonNumber": 4, "status": "PLANNED", "deletedAt": "2024-03-01T10:00:00Z"}]""");
        assertThat(seasons.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NEEDS_EPISODES, SkipReason.NO_ITEM, SkipReason.NOT_CHOSEN);
        assertThat(seasons.items(HiddenRecord.class)).containsExactly("S2 of S");
        assertThat(seasons.items(WatchlistRecord.class)).containsExactly("S3 of S");
    }

    @Test
    void showsOnHoldAreHiddenAndDroppedOnesAreDropped() {
        assertThat(show("\"status\": \"HOLD\"").only(HiddenRecord.class).section())
                .isEqualTo(HiddenSection.PROGRESS);
        assertThat(show("\"status\": \"DROPPED\"").only(HiddenRecord.class).section())
                .isEqualTo(HiddenSection.DROPPED);
    }

    @Test
    void aTagIsOneListOfAllItsItems() {
        SampleRecords records = movie(
                "\"status\": \"PLANNED\", \"tags\": [{\"name\": \"a\"}, {\"name\": \"b\"}]",
                "\"status\": \"PLANNED\", \"tags\": [{\"name\": \"a\"}, {}]");
        assertThat(records.of(ListRecord.class)).extracting(ListRecord::name).containsExactly("a", "b");
        assertThat(records.of(ListItemRecord.class))
                .extracting(ListItemRecord::list)
                .containsExactly("a", "b", "a");
    }

    @Test
    void aRowThatCannotBeReadDoesNotStopTheOthers() {
        SampleRecords records = read("""
                [{"status": "FINISHED", "rating": 1, "content": {"type": "movie"}}, 17, null, [],
                {"status": "SLEEPING", "rating": "x", "content": {"title": "M\\u0000", "type": "movie", "tmdbId": 1e99},
                 "activity": [17, {"createdAt": "soon", "data": {}}], "tags": 4},
                {"deletedAt": "2024-01-01T00:00:00Z", "content": {"title": "D", "type": "movie"}, "status": "FINISHED"},
                {"content": {"title": "P", "type": "podcast"}}]""");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.INVALID_VALUE,
                        SkipReason.INVALID_VALUE,
                        SkipReason.NOT_CHOSEN,
                        SkipReason.OTHER_MEDIUM);
        assertThat(records.all()).hasSize(8);
    }

    @Test
    void aCutOffFileIsAnError() {
        assertThatThrownBy(() -> read("[{\"status\": \"FINISHED\", \"rating\": 1, \"content\": {\"title\": \"M"))
                .isInstanceOf(ImportFileException.class);
    }

    @Test
    void onlyItsSampleIsDetected() {
        assertThat(MatchedSamples.of(FORMAT)).containsExactly(SAMPLE);
    }
}
