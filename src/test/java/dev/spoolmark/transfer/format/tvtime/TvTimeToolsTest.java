package dev.spoolmark.transfer.format.tvtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.lists.Privacy;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.HiddenRecord;
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

class TvTimeToolsTest {

    static final List<String> OTHERS = List.of(
            "trakt-export-alex.zip",
            "scrob-export-alex.zip",
            "letterboxd-alexfilm-2026-01-01-00-00-utc.zip",
            "imdb-ratings.csv",
            "yamtrack-2026.csv",
            "floppy_2026-08-01_030000.csv",
            "simkl/SimklBackup.json",
            "simkl/SimklBackup.csv",
            "netflix",
            "netflix/NetflixViewingHistory-en.csv",
            "movary",
            "seriesguide",
            "mal",
            "kodi",
            "generic-comma.csv",
            "trakt-import.csv",
            "ryot-export.json",
            "watcharr-export.json",
            "tautulli-history.json",
            "jellyfin-playback-reporting.tsv");

    private static final TvTimeOutFormat OUT = new TvTimeOutFormat();
    private static final TvTimeLiberatorFormat LIBERATOR = new TvTimeLiberatorFormat();

    @TempDir
    private Path directory;

    @Test
    void everyKindOfDataOfTvTimeOutIsRead() {
        SampleRecords records = SampleRecords.of(OUT, "tvtime-out");
        assertThat(records.items(PlayRecord.class))
                .containsExactly("S1E1 of Harbour Street", "S1E2 of Harbour Street", "The Paper Lighthouse");
        assertThat(records.of(PlayCountRecord.class))
                .extracting(count -> count.item().season() + " " + count.plays())
                .containsExactly("1 2", "0 1", "null 2");
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Salt, and Other Weather");
        assertThat(records.items(HiddenRecord.class)).containsExactly("Old Dropped Show");
        assertThat(records.items(FavoriteRecord.class)).containsExactly("Harbour Street");
        assertThat(records.only(ListRecord.class).name()).isEqualTo("Rainy days");
        assertThat(records.of(ListItemRecord.class))
                .extracting(item -> item.rank() + " " + item.item().ids().tvdb())
                .containsExactly("1 9920101", "2 9921001");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.FAILED_AT_SOURCE);
    }

    @Test
    void tablesAndDocumentsOfTvTimeOutAreReadAlone() throws IOException {
        SampleRecords tables = of(OUT, "tvtime-out/tvtime-series-episodes-2026-07-10.csv");
        assertThat(tables.items(PlayRecord.class)).containsExactly("S1E1 of Harbour Street", "S1E2 of Harbour Street");
        assertThat(tables.of(PlayCountRecord.class)).hasSize(2);
        SampleRecords movies = of(OUT, "tvtime-out/tvtime-movies-2026-07-10.json");
        assertThat(movies.only(PlayRecord.class).time().at()).isEqualTo(Instant.parse("2020-01-04T19:30:00Z"));
        assertThat(movies.only(PlayCountRecord.class).plays()).isEqualTo(2);
        SampleRecords lists = of(OUT, "tvtime-out/tvtime-lists-2026-07-10.csv");
        assertThat(lists.items(ListItemRecord.class)).containsExactly("Harbour Street", "The Paper Lighthouse");
    }

    @Test
    void idsThatAreNoneAreLeftOut() {
        HiddenRecord stopped = SampleRecords.of(OUT, "tvtime-out").only(HiddenRecord.class);
        assertThat(stopped.item().ids().imdb()).isNull();
        assertThat(stopped.item().ids().tvdb()).isEqualTo(9920102L);
    }

    @Test
    void statesOfShowsPutThemOnTheWatchlist() {
        SampleRecords records = SampleRecords.ofArchive(
                OUT, directory, Map.of("tvtime-series.csv", """
                uuid,tvdb_id,title,status,created_at\r
                a,1,One,not_started_yet,2019-05-05T05:05:05Z\r
                b,2,Two,watch_later,\r
                c,3,Three,up_to_date,\r
                d,,,stopped,\r
                """, "tvtime-summary-2026.html", "<html>"));
        assertThat(records.items(WatchlistRecord.class)).containsExactly("One", "Two");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NO_ITEM);
    }

    @Test
    void everyKindOfDataOfTheLiberatorIsRead() {
        SampleRecords records = SampleRecords.of(LIBERATOR, "tvtime-liberator");
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E1 of Harbour Street", "The Paper Lighthouse");
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(10.0, 8.0);
        assertThat(records.of(WatchlistRecord.class)).isEmpty();
        assertThat(records.of(PlayRecord.class).getFirst().item().ownIds().tvdb())
                .isEqualTo(9940101L);
    }

    @Test
    void showsOfTheLiberatorWithoutPlaysAreOnTheWatchlist() {
        SampleRecords records = SampleRecords.ofText(LIBERATOR, directory, "renamed (1)", """
                tvdb_id,type,title,season,episode,is_watched,watched_at,status,is_watchlisted,rating
                1,show,Planned,,,,,not_started_yet,true,
                2,show,Stopped,,,,,stopped,true,
                3,movie,Seen,,,true,,,true,11
                4,movie,Film,,,false,,,true,0
                5,game,Game,,,true,,,,
                6,episode,Lost,,,true,some day,,,
                """);
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Planned", "Film");
        assertThat(records.items(HiddenRecord.class)).containsExactly("Stopped");
        assertThat(records.items(PlayCountRecord.class)).containsExactly("Seen");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.INVALID_VALUE, SkipReason.OTHER_MEDIUM, SkipReason.INVALID_DATE);
    }

    @Test
    void documentsOfTheLiberatorCountBeforeItsTable() {
        String heading = "imdb_id,tvdb_id,type,title,is_watched,is_watchlisted\n";
        SampleRecords records = SampleRecords.ofArchive(
                LIBERATOR,
                directory,
                Map.of(
                        "activity_history.csv", heading + ",5,movie,From the table,true,false\n",
                        "favorites.csv", heading + ",6,movie,From the favourites,true,false\n",
                        "movies.json", """
                        [{"id": {"tvdb": 5, "imdb": "-1"}, "uuid": "u", "title": "M", "is_watched": true,
                          "watched_at": "2020-01-01 10:00:00", "rewatch_count": 2, "rating": 7}]""",
                        "shows.json", """
                        [{"id": {"tvdb": 7, "imdb": "tt0000007"}, "uuid": "s", "title": "S", "status": "continuing",
                          "seasons": [{"number": 1, "episodes": [
                            {"id": {"tvdb": 71, "imdb": "-1"}, "number": 1, "special": false, "is_watched": true}]}]},
                         null]""",
                        "favorites.json", "{\"name\": \"Favorites\", \"shows\": [], \"movies\": [{\"title\": \"M\"}]}",
                        "lists.json", """
                        [{"name": "L", "description": "d", "is_public": true,
                          "shows": [{"id": {"tvdb": 7}, "title": "S", "added_at": "2021-01-01T00:00:00Z"}],
                          "movies": [{"id": {}}]}, {"name": ""}]"""));
        assertThat(records.items(PlayRecord.class)).containsExactly("M");
        assertThat(records.of(PlayCountRecord.class))
                .extracting(PlayCountRecord::plays)
                .containsExactly(1, 3);
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(7);
        assertThat(records.items(FavoriteRecord.class)).containsExactly("M");
        assertThat(records.only(ListRecord.class).privacy()).isEqualTo(Privacy.PUBLIC);
        assertThat(records.items(ListItemRecord.class)).containsExactly("S");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NO_ITEM, SkipReason.NO_ITEM, SkipReason.UNREADABLE);
    }

    @Test
    void membersWithOtherNamesAreNotOpened() {
        String movies = "uuid,tvdb_id,title,is_watched,type,is_watchlisted\n";
        Path archive = SampleRecords.archive(
                directory.resolve("archive.zip"), Map.of("user.csv", movies, "tokens.json", "[]"));
        assertThat(SampleRecords.matches(OUT, archive)).isFalse();
        assertThat(SampleRecords.matches(LIBERATOR, archive)).isFalse();
    }

    @Test
    void onlyFilesOfTheToolsAreRecognized() {
        assertThat(SampleRecords.matches(OUT, SampleRecords.sample("tvtime-out")))
                .isTrue();
        assertThat(SampleRecords.matches(LIBERATOR, SampleRecords.sample("tvtime-liberator")))
                .isTrue();
        for (String other : OTHERS) {
            assertThat(SampleRecords.matches(OUT, SampleRecords.sample(other)))
                    .as(other)
                    .isFalse();
            assertThat(SampleRecords.matches(LIBERATOR, SampleRecords.sample(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(SampleRecords.matches(OUT, SampleRecords.sample("tvtime-liberator")))
                .isFalse();
        assertThat(SampleRecords.matches(OUT, SampleRecords.sample("gdpr-data.zip")))
                .isFalse();
        assertThat(SampleRecords.matches(LIBERATOR, SampleRecords.sample("tvtime-out")))
                .isFalse();
        assertThat(SampleRecords.matches(LIBERATOR, SampleRecords.sample("gdpr-data.zip")))
                .isFalse();
    }

    /// A sample under another name.
    private SampleRecords of(ImportFormat format, String sample) throws IOException {
        Path copy = Files.copy(SampleRecords.sample(sample), directory.resolve("renamed-" + sample.hashCode()));
        assertThat(SampleRecords.matches(format, copy)).isTrue();
        return SampleRecords.of(format, copy, ImportOptions.of(ZoneOffset.UTC));
    }
}
