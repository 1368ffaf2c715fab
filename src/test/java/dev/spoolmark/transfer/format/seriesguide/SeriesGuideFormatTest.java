package dev.spoolmark.transfer.format.seriesguide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.format.MatchedSamples;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.FavoriteRecord;
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
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesGuideFormatTest {

    private static final SeriesGuideFormat FORMAT = new SeriesGuideFormat();
    private static final String MOVIES = "seriesguide/seriesguide-movies-backup.json";
    private static final String SHOWS = "seriesguide/seriesguide-shows-backup.json";

    @TempDir
    private Path directory;

    private SampleRecords read(String json) {
        return SampleRecords.ofText(FORMAT, directory, "backup.json", json);
    }

    @Test
    void aBackupOfThreeFilesIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, "seriesguide");
        assertThat(records.of(PlayRecord.class)).isEmpty();
        assertThat(records.items(PlayCountRecord.class))
                .containsExactly("S1E1 of Harbour Street", "S1E2 of Harbour Street", "The Paper Lighthouse");
        assertThat(records.of(PlayCountRecord.class))
                .extracting(PlayCountRecord::plays)
                .containsExactly(2, 1, 2);
        assertThat(records.items(RatingRecord.class)).containsExactly("S1E1 of Harbour Street", "Harbour Street");
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(6.0, 9.0);
        assertThat(records.items(CollectionRecord.class))
                .containsExactly("S1E1 of Harbour Street", "The Paper Lighthouse");
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("rewatch in autumn");
        assertThat(records.items(FavoriteRecord.class)).containsExactly("Harbour Street");
        assertThat(records.only(ListRecord.class).name()).isEqualTo("Rainy days");
        assertThat(records.only(ListItemRecord.class).item().ids()).isEqualTo(Ids.ofTmdb(9900101));
        assertThat(records.of(WatchlistRecord.class)).isEmpty();
    }

    @Test
    void aSkippedEpisodeIsNotWatched() {
        assertThat(SampleRecords.of(FORMAT, "seriesguide")
                        .only(SkippedRecord.class)
                        .reason())
                .isEqualTo(SkipReason.NOT_WATCHED);
        SampleRecords both = read("""
                [{"title": "S", "notify": true, "language": "en", "seasons": [
                {"season": 1, "episodes": [{"episode": 1, "watched": true, "plays": 2, "skipped": true}]}]}]""");
        assertThat(both.of(PlayCountRecord.class)).isEmpty();
    }

    @Test
    void itemsHaveTheIdsOfTheirLevel() {
        SampleRecords records = SampleRecords.of(FORMAT, SHOWS);
        PlayCountRecord episode = records.of(PlayCountRecord.class).getFirst();
        assertThat(episode.item().ids()).isEqualTo(new Ids("tt9900101", 9920101L, 9900101L, null, null));
        assertThat(episode.item().ownIds()).isEqualTo(new Ids(null, 9940101L, 9930101L, null, null));
        assertThat(episode.item().year()).isEqualTo(2020);
        assertThat(SampleRecords.of(FORMAT, MOVIES)
                        .of(PlayCountRecord.class)
                        .getFirst()
                        .item()
                        .year())
                .isEqualTo(2019);
    }

    @Test
    void watchedWithoutANumberIsOnePlay() {
        SampleRecords records = read("[{\"title\": \"M\", \"in_watchlist\": true, \"watched\": true, \"plays\": 0}]");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(1);
        assertThat(records.items(WatchlistRecord.class)).containsExactly("M");
    }

    @Test
    void unwatchedShowsGoToTheWatchlistByDefault() {
        String json = "[{\"title\": \"S\", \"last_watched_ms\": 0, \"hidden\": true, \"seasons\": []}]";
        SampleRecords wanted = read(json);
        assertThat(wanted.items(WatchlistRecord.class)).containsExactly("S");
        assertThat(wanted.of(HiddenRecord.class))
                .extracting(HiddenRecord::section)
                .containsExactly(HiddenSection.PROGRESS, HiddenSection.CALENDAR);
        SampleRecords skipped = SampleRecords.of(
                FORMAT,
                directory.resolve("backup.json"),
                ImportOptions.of(ZoneOffset.UTC).with("unwatched-shows", "skip"));
        assertThat(skipped.of(WatchlistRecord.class)).isEmpty();
        assertThat(skipped.only(SkippedRecord.class).reason()).isEqualTo(SkipReason.NOT_CHOSEN);
    }

    @Test
    void onlyBackupsWithShowsHaveAQuestion() {
        try (ImportFile shows = ImportFile.open(SampleRecords.sample(SHOWS), "a.json");
                ImportFile movies = ImportFile.open(SampleRecords.sample(MOVIES), "a.json")) {
            assertThat(FORMAT.questions(shows, ImportOptions.of(ZoneOffset.UTC)))
                    .extracting(ImportQuestion::key)
                    .containsExactly("unwatched-shows");
            assertThat(FORMAT.questions(movies, ImportOptions.of(ZoneOffset.UTC)))
                    .isEmpty();
        }
    }

    @Test
    void itemsOfListsAreReadByTheirTypes() {
        SampleRecords records = read("""
                [{"list_id": "a", "name": "A", "items": [
                {"tvdb_id": 5, "type": "show"}, {"externalId": "6", "type": "season"},
                {"externalId": "7", "type": "episode"}, {"externalId": "tt0000008", "type": "imdb-movie"},
                {"externalId": "0", "type": "show"}, {"externalId": "9", "type": "podcast"}]},
                {"list_id": "b", "name": "A", "items": []}, {"list_id": "c", "items": []}]""");
        assertThat(records.of(ListRecord.class))
                .extracting(ListRecord::key)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(records.of(ListItemRecord.class))
                .extracting(item -> item.item().ids().tvdb())
                .containsExactly(5L, null, null, null);
        assertThat(records.of(ListItemRecord.class))
                .extracting(item -> item.item().ownIds().tvdb())
                .containsExactly(null, 6L, 7L, null);
        assertThat(records.of(ListItemRecord.class).getLast().item().ids().imdb())
                .isEqualTo("tt0000008");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NO_ITEM, SkipReason.NO_ITEM, SkipReason.INVALID_VALUE);
    }

    @Test
    void aRowThatCannotBeReadDoesNotStopTheOthers() {
        SampleRecords records = read("""
                [{"in_collection": false}, 17, null,
                {"title": "M\\u0000", "tmdb_id": 99999999999999999999, "rating_user": "x", "released_utc_ms": 9e99},
                {"title": "N", "watched": "true", "plays": 9223372036854775807, "released_utc_ms": 9223372036854775807}]""");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(1);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NO_ITEM, SkipReason.NO_ITEM, SkipReason.NO_ITEM, SkipReason.INVALID_VALUE);
    }

    @Test
    void aShowMayHaveTenThousandEpisodes() {
        StringBuilder json = new StringBuilder("[{\"seasons\": [");
        for (int season = 1; season <= 50; season++) {
            json.append(season == 1 ? "" : ",")
                    .append("{\"season\": ")
                    .append(season)
                    .append(", \"episodes\": [");
            for (int number = 1; number <= 250; number++) {
                json.append(number == 1 ? "" : ",")
                        .append("{\"episode\": ")
                        .append(number)
                        .append(", \"title\": \"E\", \"tmdb_id\": 1, \"first_aired\": 1, \"watched\": true,")
                        .append(" \"skipped\": false, \"collected\": false, \"plays\": 1}");
            }
            json.append("]}");
        }
        SampleRecords records = read("[{\"title\": \"A\", \"notify\": true, \"language\": \"en\"}," + json.substring(1)
                + "], \"title\": \"S\"}]");
        assertThat(records.of(PlayCountRecord.class)).hasSize(12_500);
        assertThat(records.items(PlayCountRecord.class)).contains("S50E250 of S");
        assertThat(records.items(WatchlistRecord.class)).containsExactly("A");
    }

    @Test
    void aCutOffFileIsAnErrorAfterItsCompleteObjects() {
        assertThatThrownBy(() -> read("[{\"in_watchlist\": true, \"title\": \"M\"}, {\"title\": "))
                .isInstanceOf(ImportFileException.class);
    }

    @Test
    void onlyItsSamplesAreDetected() {
        assertThat(MatchedSamples.of(FORMAT))
                .containsExactly("seriesguide", "seriesguide/seriesguide-lists-backup.json", MOVIES, SHOWS);
    }
}
