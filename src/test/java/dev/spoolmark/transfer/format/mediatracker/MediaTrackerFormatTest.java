package dev.spoolmark.transfer.format.mediatracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.MatchedSamples;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTrackerFormatTest {

    private static final MediaTrackerFormat FORMAT = new MediaTrackerFormat();

    @TempDir
    private Path directory;

    private SampleRecords read(String json) {
        return SampleRecords.ofText(FORMAT, directory, "items.json", json);
    }

    @Test
    void detailsOfAShowAreRead() {
        SampleRecords records = SampleRecords.of(FORMAT, "mediatracker");
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E1 of Harbour Street");
        assertThat(records.only(PlayRecord.class).time())
                .isEqualTo(WatchedTime.of(Instant.ofEpochMilli(1_614_798_000_000L)));
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(9);
        assertThat(records.only(CommentRecord.class).text()).isEqualTo("Good");
        assertThat(records.only(CommentRecord.class).isReview()).isTrue();
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Harbour Street");
    }

    @Test
    void idsOfEpisodesAreTheirOwn() {
        PlayRecord play = SampleRecords.of(FORMAT, "mediatracker").only(PlayRecord.class);
        assertThat(play.item().ids().tvdb()).isEqualTo(9920101L);
        assertThat(play.item().ownIds().tvdb()).isEqualTo(9940101L);
    }

    @Test
    void aSeenItemWithoutDetailsIsReported() {
        assertThat(SampleRecords.of(FORMAT, "mediatracker")
                        .only(SkippedRecord.class)
                        .reason())
                .isEqualTo(SkipReason.FAILED_AT_SOURCE);
    }

    @Test
    void theListAloneHasPlaysAtUnknownTimes() {
        SampleRecords records = read("""
                [{"id": 1, "mediaType": "movie", "title": "M", "seen": true, "onWatchlist": true},
                {"id": 2, "mediaType": "tv", "title": "S", "seen": true},
                {"id": 3, "mediaType": "book", "title": "B", "seen": true},
                {"id": 4, "mediaType": "movie", "title": "N", "seen": false}]""");
        assertThat(records.items(PlayCountRecord.class)).containsExactly("M");
        assertThat(records.items(WatchlistRecord.class)).containsExactly("M");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NEEDS_EPISODES, SkipReason.OTHER_MEDIUM);
    }

    @Test
    void allPagesOfTheListAreRead() {
        String page = "[{\"id\": %d, \"mediaType\": \"movie\", \"title\": \"M\", \"seen\": true}]";
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT, directory, Map.of("page-1.json", page.formatted(1), "page-2.json", page.formatted(2)));
        assertThat(records.of(PlayCountRecord.class)).hasSize(2);
    }

    @Test
    void detailsOfAMovieCountBeforeTheList() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "a-items.json",
                        "[{\"id\": 1, \"mediaType\": \"movie\", \"title\": \"M\", \"seen\": true}]",
                        "b-details.json",
                        "{\"id\": 1, \"mediaType\": \"movie\", \"title\": \"M\", \"releaseDate\": \"2014-01-01\","
                                + " \"seenHistory\": [{\"date\": 1614798000000}, {\"date\": \"2020-01-04\"}]}"));
        assertThat(records.of(PlayRecord.class)).hasSize(2);
        assertThat(records.of(PlayRecord.class).getFirst().item().year()).isEqualTo(2014);
        assertThat(records.all()).hasSize(2);
    }

    @Test
    void aRowThatCannotBeReadDoesNotStopTheOthers() {
        SampleRecords records = read("""
                [{"mediaType": "tv", "title": "S\\u0000", "seasons": [17, {"episodes": [{}, null]},
                {"seasonNumber": 1, "episodes": [{"episodeNumber": 1, "seenHistory": [
                {"date": 999999999999999999}, {"date": 9e99}, {"date": 0}]}]}], "userRating": {"rating": "good"}},
                {"mediaType": "movie"}, 17, null]""");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(1);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.INVALID_VALUE,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.INVALID_DATE,
                        SkipReason.INVALID_DATE,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM);
    }

    @Test
    void aCutOffFileIsAnError() {
        assertThatThrownBy(() -> read("[{\"mediaType\": \"movie\", \"title\": \"M\", \"seen\": true}, {"))
                .isInstanceOf(ImportFileException.class);
    }

    @Test
    void onlyItsSamplesAreDetected() {
        assertThat(MatchedSamples.of(FORMAT))
                .containsExactly("mediatracker", "mediatracker/details-9900101.json", "mediatracker/items.json");
    }
}
