package dev.spoolmark.transfer.format.tvtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.ImportedItem;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TvTimeFormatTest {

    private static final TvTimeFormat FORMAT = new TvTimeFormat();
    private static final String SAMPLE = "gdpr-data.zip";
    private static final String EPISODES = "tracking-prod-records-v2.csv";
    private static final String MOVIES = "tracking-prod-records.csv";

    @TempDir
    private Path directory;

    @Test
    void everyKindOfDataIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, SAMPLE);
        assertThat(records.items(PlayRecord.class))
                .containsExactly(
                        "S1E1 of Harbour Street",
                        "S1E2 of Harbour Street",
                        "Der Papierleuchtturm",
                        "Der Papierleuchtturm");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E1 of Harbour Street");
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Salt and Other Weather");
        assertThat(records.items(HiddenRecord.class)).containsExactly("Old Dropped Show");
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(8.0, 10.0);
        assertThat(records.only(ListRecord.class).name()).isEqualTo("Rainy days");
        assertThat(records.items(ListItemRecord.class)).containsExactly("Harbour Street", "Der Papierleuchtturm");
        assertThat(records.skipped()).isEmpty();
    }

    @Test
    void moviesHaveTheTimeOfTheirPlayAndTheEnglishTitle() {
        SampleRecords records = SampleRecords.of(FORMAT, SAMPLE);
        assertThat(records.of(PlayRecord.class).stream().skip(2))
                .extracting(play -> play.time().at())
                .containsExactly(Instant.parse("2020-01-04T19:30:00Z"), Instant.parse("2025-10-05T18:00:00Z"));
        PlayRecord play = records.of(PlayRecord.class).getLast();
        assertThat(play.item().year()).isEqualTo(2019);
        assertThat(play.item().otherwise())
                .isNotNull()
                .extracting(ImportedItem::title)
                .isEqualTo("the paper lighthouse");
        assertThat(records.only(WatchlistRecord.class).item().year()).isNull();
        assertThat(records.only(WatchlistRecord.class).item().otherwise()).isNull();
    }

    @Test
    void episodesHaveTheirOwnIdsAndThoseOfTheShow() {
        PlayRecord play = SampleRecords.of(FORMAT, SAMPLE).of(PlayRecord.class).getFirst();
        assertThat(play.item().ids().tvdb()).isEqualTo(9920101L);
        assertThat(play.item().ownIds().tvdb()).isEqualTo(9940101L);
        assertThat(play.time().at()).isEqualTo(Instant.parse("2021-03-03T19:00:00Z"));
    }

    @Test
    void specialsInOrdinarySeasonsAndLostNumbersAreFoundByTheirIds() {
        SampleRecords records = archive(Map.of(EPISODES, """
                key,created_at,s_id,series_name,s_no,ep_no,ep_id,is_special
                watch-episode-1,2021-03-03 19:00:00,7,S,1,3,71,true
                watch-episode-2,2021-03-03 20:00:00,7,S,2,0,72,false
                watch-episode-3,2021-03-03 20:00:00,7,S,0,4,73,true
                watch-episode-4,2021-03-03 20:00:00,7,S,,,,
                """));
        assertThat(records.of(PlayRecord.class))
                .extracting(play -> play.item().season() + " " + play.item().number() + " "
                        + play.item().ownIds().tvdb())
                .containsExactly("0 null 71", "2 null 72", "0 4 73");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NO_ITEM);
    }

    @Test
    void olderColumnsAndTimesThatAreMissingAreRead() {
        SampleRecords records = archive(Map.of(EPISODES, """
                episode_number,key,season_number,series_name,episode_id,created_at
                2,watch-episode-1,1,S,71,
                3,watch-episode-2,1,S,72,0001-01-01 00:00:00
                4,rewatch-episode-3-1,1,S,73,2020-02-02 10:00:00
                5,watch-episode-4,1,S,74,last week
                """));
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E2 of S", "S1E3 of S");
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E4 of S");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.INVALID_DATE);
    }

    @Test
    void oldRowsOfEpisodesCountOnlyIfTheNewTableLacksThem() {
        SampleRecords records = archive(Map.of(
                EPISODES,
                "key,created_at,s_id,s_no,ep_no,ep_id\nwatch-episode-1,2021-03-03 19:00:00,7,1,1,71\n",
                MOVIES,
                """
                type-uuid-n,type,entity_type,series_name,episode_id,season_number,episode_number,created_at
                x,watch,episode,S,71,1,1,2015-01-01 00:00:00
                x,watch,episode,S,72,1,2,2015-01-01 00:00:00
                x,follow,episode,S,73,1,3,2015-01-01 00:00:00
                """,
                "seen_episode_latest.csv",
                "tv_show_name,episode_season_number,episode_number,episode_id,created_at\nS,1,4,74,2014-01-01\n"));
        assertThat(records.of(PlayRecord.class))
                .extracting(play -> play.item().ownIds().tvdb())
                .containsExactly(71L, 72L);
    }

    @Test
    void tablesOfOldExportsAreReadOnce() {
        String heading = "tv_show_name,episode_season_number,episode_number,episode_id,created_at\n";
        SampleRecords records = archive(Map.of(
                "seen_episode_source.csv",
                heading + "S,1,1,71,2014-01-01 10:00:00\n",
                "seen_episode_latest.csv",
                heading + "S,1,1,71,2014-01-02 10:00:00\nS,1,2,72,2014-01-03 10:00:00\n",
                "rewatched_episode.csv",
                "tv_show_name,episode_season_number,episode_number,episode_id,cpt\nS,1,1,71,2\n",
                "user_tv_show_data.csv",
                "tv_show_id,tv_show_name,is_followed,is_favorited\n7,S,1,1\n8,T,1,0\n9,U,0,0\n"));
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E1 of S", "S1E2 of S");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(3);
        assertThat(records.items(FavoriteRecord.class)).containsExactly("S");
    }

    @Test
    void followedShowsWithoutPlaysAreOnTheWatchlist() {
        SampleRecords records = archive(Map.of(
                EPISODES,
                """
                key,created_at,s_id,series_name,s_no,ep_no,ep_id,is_followed,is_archived,is_for_later
                user-series-1,2019-01-01 00:00:00,7,Watched,,,,true,false,false
                watch-episode-1,2021-03-03 19:00:00,7,Watched,1,1,71,,,
                user-series-2,2019-01-01 00:00:00,8,Planned,,,,true,false,false
                user-series-3,2019-01-01 00:00:00,9,Later,,,,false,false,true
                user-series-4,2019-01-01 00:00:00,10,Stopped,,,,true,true,false
                user-series-5,2019-01-01 00:00:00,11,Left,,,,false,false,false
                """,
                "followed_tv_show.csv",
                "tv_show_id,tv_show_name,active,archived\n8,Planned,1,0\n12,Other,1,0\n13,Inactive,0,0\n,,1,0\n"));
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Planned", "Later", "Other");
        assertThat(records.items(HiddenRecord.class)).containsExactly("Stopped");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NO_ITEM);
    }

    @Test
    void followedMoviesWithoutPlaysAreOnTheWatchlist() {
        SampleRecords records = archive(Map.of(MOVIES, """
                uuid,type,type-uuid-n,entity_type,movie_name,created_at,watch_date_range_key
                a,follow,x,movie,Followed,2020-01-01 00:00:00,
                b,follow,x,movie,Watched,2020-01-01 00:00:00,
                b,watch,x,movie,Watched,2020-01-01 00:00:00,watch-date-99999999999999
                ,count-movie-watch,x,movie,,2020-01-01 00:00:00,
                c,watch,x,movie,,2020-01-01 00:00:00,
                """));
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Followed");
        assertThat(records.only(PlayRecord.class).time().at()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NO_ITEM);
    }

    @Test
    void scoresAreThoseOfTheFiveWords() {
        SampleRecords records = archive(Map.of(
                "ratings-live-votes.csv",
                """
                uuid,vote_key,episode_id,movie_name
                a,a-1-1,0,One
                b,b-1-27,0,Two
                c,c-1-28,0,Three
                d,d-1-5,0,Four
                e,e-1-3,0,
                """,
                MOVIES,
                "type-uuid-n\n",
                "emotions-live-votes.csv",
                "uuid,vote_key,episode_id,movie_name\na,a-1-3,0,One\n"));
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(2.0, 4.0, 6.0);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.INVALID_VALUE, SkipReason.NO_ITEM);
    }

    @Test
    void timesOfMarkingTogetherCanBeLeftOut() throws IOException {
        try (ImportFile file = ImportFile.open(SampleRecords.sample(SAMPLE), SAMPLE)) {
            assertThat(FORMAT.questions(file, ImportOptions.of(ZoneOffset.UTC)))
                    .extracting(ImportQuestion::key, ImportQuestion::isRequired, ImportQuestion::example)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "bulk-times", false, "Harbour Street, 2025-11-01 20:15:00"));
        }
        SampleRecords records = SampleRecords.of(
                FORMAT,
                SampleRecords.sample(SAMPLE),
                ImportOptions.of(ZoneOffset.UTC).with("bulk-times", "unknown"));
        assertThat(records.items(PlayCountRecord.class))
                .containsExactly("S1E1 of Harbour Street", "S1E2 of Harbour Street");
    }

    @Test
    void theListOfPlaysOfTheApplicationIsRead() throws IOException {
        Path file = Files.writeString(directory.resolve("my plays"), """
                ts;show_name;episode_id;episode_season_number;episode_number;episode_name
                1614798000;Harbour Street;9940101;1;1;Low Tide
                99999999999999;Harbour Street;9940102;1;2;The Ferry
                """);
        assertThat(SampleRecords.matches(FORMAT, file)).isTrue();
        SampleRecords records = SampleRecords.of(FORMAT, file, ImportOptions.of(ZoneOffset.UTC));
        assertThat(records.only(PlayRecord.class).time().at()).isEqualTo(Instant.parse("2021-03-03T19:00:00Z"));
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.INVALID_DATE);
    }

    @Test
    void singleTablesAreRecognizedByTheirColumns() {
        for (String name : new String[] {EPISODES, MOVIES, "followed_tv_show.csv", "lists-prod-lists.csv"}) {
            Path table = SampleRecords.sample("tvtime-gdpr-zip").resolve(name);
            assertThat(SampleRecords.matches(FORMAT, table)).as(name).isTrue();
            assertThat(SampleRecords.of(FORMAT, table, ImportOptions.of(ZoneOffset.UTC))
                            .all())
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    void membersWithAddressesAreNotOpened() {
        SampleRecords records = archive(Map.of(EPISODES, "key,s_id\n", "user.csv", "\"never closed"));
        assertThat(records.all()).isEmpty();
    }

    @Test
    void hostileTablesAreRefusedOrSkipped() {
        assertThat(archive(Map.of(EPISODES, "", MOVIES, "\u0000\u0000,type-uuid-n\n\u0000"))
                        .all())
                .isEmpty();
        assertThatThrownBy(() -> archive(Map.of(EPISODES, "key,s_id\n\"" + "x".repeat(300_000), MOVIES, "")))
                .isInstanceOf(ImportFileException.class);
        assertThat(archive(Map.of(
                                "lists-prod-lists.csv",
                                "name,objects,is_public\nL,[map[id:99999999999999999999 type:series] map[ map[,true\n",
                                EPISODES,
                                ""))
                        .of(ImportRecord.class))
                .hasSize(2);
    }

    @Test
    void onlyExportsOfTvTimeAreRecognized() {
        assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample(SAMPLE))).isTrue();
        assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample("tvtime-gdpr-zip")))
                .isTrue();
        for (String other : TvTimeToolsTest.OTHERS) {
            assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample("tvtime-out")))
                .isFalse();
        assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample("tvtime-liberator")))
                .isFalse();
    }

    private SampleRecords archive(Map<String, String> members) {
        return SampleRecords.ofArchive(FORMAT, directory, members);
    }
}
