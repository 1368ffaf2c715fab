package dev.spoolmark.transfer.format.ryot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.MatchedSamples;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.PlaybackRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RyotFormatTest {

    private static final RyotFormat FORMAT = new RyotFormat();
    private static final String SAMPLE = "ryot-export.json";

    @TempDir
    private Path directory;

    private SampleRecords read(String json) {
        return SampleRecords.ofText(FORMAT, directory, "export.json", json);
    }

    private SampleRecords title(String lot, String rest) {
        return read("{\"people\": [], \"metadata\": [{\"lot\": \"" + lot
                + "\", \"source\": \"tmdb\", \"identifier\": \"5\", \"source_id\": \"T\", " + rest + "}]}");
    }

    @Test
    void everythingInTheSampleIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, SAMPLE);
        assertThat(records.items(PlayRecord.class))
                .containsExactly("The Paper Lighthouse", "The Paper Lighthouse", "S1E2 of Harbour Street");
        assertThat(records.of(PlayRecord.class))
                .extracting(PlayRecord::time)
                .containsExactly(
                        WatchedTime.of(LocalDate.of(2020, 1, 4)),
                        WatchedTime.of(Instant.parse("2025-10-05T18:00:00Z")),
                        WatchedTime.of(Instant.parse("2025-11-01T20:15:00Z")));
        assertThat(records.items(RatingRecord.class)).containsExactly("The Paper Lighthouse", "S1E2 of Harbour Street");
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(8.0, 6.0);
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("Slow, good.");
        assertThat(records.only(ListRecord.class).description()).isEqualTo("wet Sundays");
        ListItemRecord item = records.only(ListItemRecord.class);
        assertThat(item.list()).isEqualTo("Rainy days");
        assertThat(item.rank()).isEqualTo(1);
        assertThat(records.items(PlaybackRecord.class)).containsExactly("S2E1 of Harbour Street");
        assertThat(records.only(PlaybackRecord.class).percent()).isEqualTo(37.5);
        assertThat(records.only(PlaybackRecord.class).at()).isNull();
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Harbour Street");
        assertThat(records.only(SkippedRecord.class).reason()).isEqualTo(SkipReason.OTHER_MEDIUM);
    }

    @Test
    void publicReviewsAreCommentsAndRepliesAreSkipped() {
        SampleRecords records = title("movie", """
                "reviews": [{"rating": "85", "review": {"text": "t", "spoiler": true, "visibility": "public",
                "date": "2024-01-02"}, "comments": [{"text": "no"}]}, {"rating": "0", "review": null}]""");
        assertThat(records.only(CommentRecord.class).isSpoiler()).isTrue();
        assertThat(records.only(CommentRecord.class).isReview()).isTrue();
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(8.5);
        assertThat(records.only(SkippedRecord.class).reason()).isEqualTo(SkipReason.REPLY);
    }

    @Test
    void playsWithoutADateAreCountedWithTheOthers() {
        SampleRecords records = title("movie", """
                "seen_history": [{"state": "completed", "ended_on": null}, {"state": "completed"},
                {"state": "completed", "finished_on": "2024-01-02"}, {"state": "completed", "ended_on": "never"}]""");
        assertThat(records.of(PlayRecord.class)).hasSize(1);
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(3);
        assertThat(records.only(SkippedRecord.class).reason()).isEqualTo(SkipReason.INVALID_DATE);
    }

    @Test
    void olderExportsWithoutStatesAreRead() {
        SampleRecords records = title("movie", """
                "seen_history": [{"ended_on": "2024-01-02", "progress": null}, {"progress": "100"},
                {"progress": "40", "started_on": "2024-01-03T10:00:00Z"}],
                "collections": [{"collectionName": "New", "createdOn": "2024-01-01T10:00:00Z"}]""");
        assertThat(records.of(PlayRecord.class)).hasSize(1);
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
        assertThat(records.only(PlaybackRecord.class).at()).isEqualTo("2024-01-03T10:00:00Z");
        assertThat(records.only(ListItemRecord.class).at()).isEqualTo("2024-01-01T10:00:00Z");
    }

    @Test
    void showsAreDroppedOrOnHoldUnlessTheyWereContinued() {
        assertThat(title("show", "\"seen_history\": [{\"state\": \"dropped\", \"show_season_number\": 1}]")
                        .only(HiddenRecord.class)
                        .section())
                .isEqualTo(HiddenSection.DROPPED);
        assertThat(title("show", "\"seen_history\": [{\"state\": \"on_a_hold\"}]")
                        .only(HiddenRecord.class)
                        .section())
                .isEqualTo(HiddenSection.PROGRESS);
        SampleRecords continued = title("show", """
                "seen_history": [{"state": "dropped", "started_on": "2020-01-01"},
                {"state": "completed", "ended_on": "2024-01-01", "show_season_number": 1, "show_episode_number": 1}]""");
        assertThat(continued.of(HiddenRecord.class)).isEmpty();
        assertThat(continued.of(PlayRecord.class)).hasSize(1);
        assertThat(title("movie", "\"seen_history\": [{\"state\": \"dropped\"}]")
                        .skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NOT_WATCHED);
    }

    @Test
    void aCompletedShowNeedsItsEpisodes() {
        assertThat(title("show", "\"seen_history\": [{\"state\": \"completed\", \"show_season_number\": 2}]")
                        .only(SkippedRecord.class)
                        .reason())
                .isEqualTo(SkipReason.NEEDS_EPISODES);
    }

    @Test
    void animeIsKnownByItsForeignId() {
        SampleRecords records = read("""
                {"metadata": [{"lot": "anime", "source": "myanimelist", "identifier": "77", "source_id": "A",
                "seen_history": [{"state": "completed", "ended_on": "2024-01-01", "anime_episode_number": 3}]}]}""");
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E3 of A");
        assertThat(records.only(PlayRecord.class).item().foreignId()).isEqualTo("mal:77");
    }

    @Test
    void collectionsOfEachAccountAreNoLists() {
        SampleRecords records = title("movie", """
                "collections": [{"collection_name": "Owned", "created_on": "2024-01-01T10:00:00Z"},
                {"collection_name": "Completed"}, {"collection_name": "In Progress"}, {"collection_name": "New"},
                {"collection_name": "New", "rank": "1.5"}, {}]""");
        assertThat(records.only(CollectionRecord.class).at()).isEqualTo("2024-01-01T10:00:00Z");
        assertThat(records.only(ListRecord.class).name()).isEqualTo("New");
        assertThat(records.of(ListItemRecord.class)).hasSize(2);
        assertThat(records.only(SkippedRecord.class).reason()).isEqualTo(SkipReason.INVALID_VALUE);
    }

    @Test
    void aRowThatCannotBeReadDoesNotStopTheOthers() {
        SampleRecords records = read("""
                {"collections": [7, {"name": "L"}], "people": [{"name": "P"}], "metadata": [17, null, {"lot": "movie"},
                {"lot": "show", "source": "custom", "identifier": "abc"},
                {"lot": "movie", "source": "tmdb", "identifier": "1e99", "source_id": "M\\u0000",
                 "seen_history": [17, {"state": "sleeping"}, {"state": "in_progress", "progress": "9999999999999999"}],
                 "reviews": {"rating": 5}, "collections": "none"}]}""");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.INVALID_VALUE,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.INVALID_VALUE,
                        SkipReason.INVALID_VALUE,
                        SkipReason.NOT_WATCHED,
                        SkipReason.NOT_SUPPORTED);
        assertThat(records.of(ListRecord.class)).hasSize(1);
    }

    @Test
    void aCutOffFileIsAnError() {
        assertThatThrownBy(() -> read("{\"collections\": [], \"metadata\": [{\"lot\": \"mo"))
                .isInstanceOf(ImportFileException.class);
    }

    @Test
    void onlyItsSampleIsDetected() {
        assertThat(MatchedSamples.of(FORMAT)).containsExactly(SAMPLE);
    }
}
