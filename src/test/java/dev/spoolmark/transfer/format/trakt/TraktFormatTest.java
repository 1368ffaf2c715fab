package dev.spoolmark.transfer.format.trakt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportWarning;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraktFormatTest {

    private static final TraktFormat FORMAT = new TraktFormat();
    private static final String HISTORY = "watched-history.json";

    @TempDir
    private Path directory;

    @Test
    void everyKindOfDataIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, "trakt-export-alex.zip");
        assertThat(records.items(PlayRecord.class))
                .containsExactlyInAnyOrder(
                        "The Paper Lighthouse",
                        "The Paper Lighthouse",
                        "S1E1 of Harbour Street",
                        "S1E1 of Harbour Street",
                        "S1E2 of Harbour Street",
                        "S2E1 of Harbour Street",
                        "an episode");
        assertThat(records.of(RatingRecord.class)).hasSize(5);
        assertThat(records.items(WatchlistRecord.class))
                .containsExactly("Salt, and Other Weather", "S2E1 of Harbour Street");
        assertThat(records.only(FavoriteRecord.class).note()).isEqualTo("cried");
        assertThat(records.only(ListRecord.class).name()).isEqualTo("Rainy days");
        assertThat(records.items(ListItemRecord.class)).containsExactly("Harbour Street", "S2 of Harbour Street");
        assertThat(records.only(CommentRecord.class).isSpoiler()).isTrue();
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("recommended by the librarian");
        assertThat(records.items(CollectionRecord.class))
                .containsExactly("The Paper Lighthouse", "S1E1 of Harbour Street");
        assertThat(records.only(PlaybackRecord.class).percent()).isEqualTo(41.5);
        assertThat(records.items(HiddenRecord.class)).containsExactly("Harbour Street");
    }

    @Test
    void anIncompleteExportIsNamed() {
        SampleRecords records = SampleRecords.of(FORMAT, "trakt-export-alex.zip");
        assertThat(records.warnings())
                .extracting(ImportWarning::topic, ImportWarning::detail)
                .contains(tuple(ImportWarning.Topic.PARTIAL_EXPORT, "notes-people"));
    }

    @Test
    void theCollectionKeepsTheMedium() {
        CollectionRecord movie = SampleRecords.of(FORMAT, "trakt-export-alex.zip")
                .of(CollectionRecord.class)
                .getFirst();
        assertThat(movie.details().mediaType()).isEqualTo("bluray");
        assertThat(movie.details().audioChannels()).isEqualTo("5.1");
        assertThat(movie.details().is3d()).isFalse();
    }

    @Test
    void pagesAreReadInTheOrderOfTheirNumbers() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "watched-history-10.json", "[" + play("2020-01-10T00:00:00.000Z") + "]",
                        "watched-history-9.json", "[" + play("2020-01-09T00:00:00.000Z") + "]",
                        "watched-history-2.json", "[" + play("2020-01-02T00:00:00.000Z") + "]"));
        assertThat(records.of(PlayRecord.class))
                .extracting(play -> play.time().at())
                .containsExactly(
                        Instant.parse("2020-01-02T00:00:00Z"),
                        Instant.parse("2020-01-09T00:00:00Z"),
                        Instant.parse("2020-01-10T00:00:00Z"));
    }

    @Test
    void playsAtUnknownTimesAreCountedWithTheOthers() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        HISTORY,
                        "[" + play("2020-01-10T00:00:00.000Z") + "," + play("1970-01-01T00:00:00.000Z") + ","
                                + play("unknown") + "]"));
        assertThat(records.of(PlayRecord.class)).hasSize(1);
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(3);
    }

    @Test
    void sumsOfPlaysCountOnlyWithoutAHistory() {
        String sums = """
                [{"plays": 3, "last_watched_at": "2021-01-01T10:00:00.000Z", "movie": {"title": "M", "year": 2019}}]""";
        SampleRecords alone = SampleRecords.ofArchive(FORMAT, directory, Map.of("watched-movies.json", sums));
        assertThat(alone.only(PlayRecord.class).action()).isEqualTo(PlayAction.SEEN);
        assertThat(alone.only(PlayCountRecord.class).plays()).isEqualTo(3);
        SampleRecords beside =
                SampleRecords.ofArchive(FORMAT, directory, Map.of("watched-movies.json", sums, HISTORY, "[]"));
        assertThat(beside.all()).isEmpty();
    }

    @Test
    void aRowThatCannotBeReadDoesNotStopTheOthers() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        HISTORY,
                        "[17, {\"type\": \"movie\"}, " + play("some day") + ", null, "
                                + play("2020-01-10T00:00:00.000Z") + "]"));
        assertThat(records.of(PlayRecord.class)).hasSize(1);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NO_ITEM, SkipReason.NO_ITEM, SkipReason.INVALID_DATE, SkipReason.NO_ITEM);
    }

    @Test
    void listsAndItemsBelongTogetherByNumber() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "lists-lists.json",
                        "[{\"name\": \"New name\", \"ids\": {\"trakt\": 12, \"slug\": \"new-name\"}}]",
                        "lists-list-12-top-100.json",
                        "[{\"type\": \"movie\", \"movie\": {\"title\": \"M\", \"year\": 2019}}]",
                        "lists-list-13-best-of-2024.json",
                        "[{\"type\": \"movie\", \"movie\": {\"title\": \"M\", \"year\": 2019}}]"));
        assertThat(records.of(ListRecord.class))
                .extracting(ListRecord::name)
                .containsExactly("New name", "best of 2024");
        assertThat(records.of(ListItemRecord.class))
                .extracting(ListItemRecord::list)
                .containsExactly("12", "13");
    }

    @Test
    void repliesAreSkipped() {
        SampleRecords records = SampleRecords.ofArchive(
                FORMAT,
                directory,
                Map.of(
                        "comments-movies.json",
                        "[{\"type\": \"movie\", \"movie\": {\"title\": \"M\"},"
                                + " \"comment\": {\"comment\": \"yes\", \"parent_id\": 4}}]"));
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.REPLY);
    }

    @Test
    void unknownTimesAndHalvesOfScrobAreRead() {
        SampleRecords records = SampleRecords.of(new ScrobFormat(), "scrob-export-alex.zip");
        assertThat(records.of(PlayRecord.class)).hasSize(2);
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(1);
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(8.5, 7.0);
        assertThat(records.only(CommentRecord.class).item().ownIds().tmdb()).isEqualTo(9930102L);
        assertThat(records.only(WatchlistRecord.class).item().title()).isNotNull();
        assertThat(records.of(ListRecord.class)).hasSize(1);
    }

    @Test
    void scrobIsDetectedByTheNamesOfItsMembers() {
        assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample("trakt-export-alex.zip")))
                .isTrue();
        assertThat(SampleRecords.matches(new ScrobFormat(), SampleRecords.sample("scrob-export-alex.zip")))
                .isTrue();
        assertThat(SampleRecords.matches(new ScrobFormat(), SampleRecords.sample("trakt-export-alex.zip")))
                .isFalse();
        assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample("gdpr-data.zip")))
                .isFalse();
    }

    private static String play(String at) {
        return "{\"watched_at\": \"" + at
                + "\", \"action\": \"watch\", \"type\": \"movie\", \"movie\": {\"title\": \"M\", \"year\": 2019}}";
    }
}
