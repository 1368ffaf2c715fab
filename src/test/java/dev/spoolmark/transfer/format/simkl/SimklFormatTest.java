package dev.spoolmark.transfer.format.simkl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimklFormatTest {

    private static final SimklFormat FORMAT = new SimklFormat();
    private static final String HEADING = "SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo\n";

    @TempDir
    private Path directory;

    @Test
    void everyKindOfDataOfTheDocumentIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, "simkl/SimklBackup-2026-01-01.zip");
        assertThat(records.items(PlayRecord.class))
                .containsExactly(
                        "S1E1 of Harbour Street",
                        "S1E2 of Harbour Street",
                        "S2E1 of Harbour Street",
                        "S1E1 of Hoshi no Eki",
                        "S1E2 of Hoshi no Eki",
                        "The Paper Lighthouse");
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(9.0, 8.0);
        assertThat(records.items(WatchlistRecord.class)).containsExactly("Salt, and Other Weather");
        assertThat(records.only(HiddenRecord.class).section()).isEqualTo(HiddenSection.PROGRESS);
        assertThat(records.of(PlayCountRecord.class)).isEmpty();
        assertThat(records.skipped()).isEmpty();
    }

    @Test
    void idsThatAreTextsAreRead() {
        PlayRecord play = SampleRecords.of(FORMAT, "simkl/SimklBackup.json")
                .of(PlayRecord.class)
                .getFirst();
        assertThat(play.item().ids().tmdb()).isEqualTo(9900101L);
        assertThat(play.item().ids().imdb()).isEqualTo("tt9900101");
        assertThat(play.item().foreignId()).isEqualTo("simkl:9000101");
    }

    @Test
    void animeIsNotNumberedLikeTheShowOfItsIds() {
        HiddenRecord anime = SampleRecords.of(FORMAT, "simkl/SimklBackup.json").only(HiddenRecord.class);
        assertThat(anime.item().ids().tvdb()).isNull();
        assertThat(anime.item().foreignId()).isEqualTo("mal:990001");
        SampleRecords mapped = document("""
                "anime": [{"anime_type": "tv", "show": {"title": "A", "ids": {"simkl": 5, "tvdb": "7"}},
                  "seasons": [{"number": 1, "episodes": [
                    {"number": 1, "watched_at": "2020-01-01T00:00:00Z", "tvdb": {"season": 3, "episode": 4}}]}]},
                  {"anime_type": "movie", "status": "completed", "last_watched_at": "2020-01-01T00:00:00Z",
                   "show": {"title": "B", "ids": {"simkl": 6, "tmdb": "8", "tvdb": "9"}}}]""");
        assertThat(mapped.items(PlayRecord.class)).containsExactly("S3E4 of A", "B");
        assertThat(mapped.of(PlayRecord.class).getFirst().item().ids().tvdb()).isEqualTo(7L);
        assertThat(mapped.of(PlayRecord.class).getLast().item().ids().tvdb()).isNull();
    }

    @Test
    void completedShowsWithoutEpisodesAreNamed() {
        SampleRecords records = document("""
                "shows": [{"status": "completed", "watched_episodes_count": 20, "show": {"title": "A", "ids": {"simkl": 5}}},
                  {"status": "watching", "last_watched": "S02E03", "last_watched_at": "2020-01-01T10:00:00Z",
                   "show": {"title": "B", "ids": {"simkl": 6}}, "seasons": []},
                  {"status": "notinteresting", "show": {"title": "C", "ids": {"simkl": 7}}}],
                "anime": [{"status": "completed", "watched_episodes_count": 3,
                  "last_watched_at": null, "show": {"title": "D", "ids": {"simkl": 8}}}]""");
        assertThat(records.items(PlayCountRecord.class))
                .containsExactly("S2E1 of B", "S2E2 of B", "S1E1 of D", "S1E2 of D", "S1E3 of D");
        assertThat(records.items(PlayRecord.class)).containsExactly("S2E3 of B");
        assertThat(records.only(HiddenRecord.class).section()).isEqualTo(HiddenSection.DROPPED);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NEEDS_EPISODES, SkipReason.NEEDS_EPISODES);
    }

    @Test
    void entriesThatCannotBeReadDoNotStopTheOthers() {
        SampleRecords records = document("""
                "shows": [null, 17, {"show": {}}, {"show": {"title": "A", "ids": []}, "user_rating": 17, "memo": {"text": "m"},
                   "seasons": [{"episodes": [{"number": 1}]}, {"number": 1, "episodes": [
                     {"number": 1, "watched_at": "one day"}, {"number": 2}]}]}],
                "movies": [{"status": "completed", "movie": {"title": "M", "ids": {"simkl": 1}}}, {"status": "dropped",
                  "movie": {"title": "N"}}, {}]""");
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E2 of A", "M");
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("m");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.INVALID_DATE,
                        SkipReason.INVALID_VALUE,
                        SkipReason.NOT_SUPPORTED,
                        SkipReason.NO_ITEM);
    }

    @Test
    void theTableNamesTheLastEpisode() {
        SampleRecords records = SampleRecords.of(FORMAT, "simkl/SimklBackup.csv");
        assertThat(records.items(PlayRecord.class))
                .containsExactly("S2E1 of Harbour Street", "S1E2 of Hoshi no Eki", "The Paper Lighthouse");
        assertThat(records.of(PlayRecord.class).getFirst().time().at())
                .isEqualTo(Instant.parse("2025-11-02T20:15:00Z"));
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E1 of Hoshi no Eki");
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(9.0, 8.0);
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("paused, \"too sad\"");
        assertThat(records.only(HiddenRecord.class).section()).isEqualTo(HiddenSection.PROGRESS);
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NEEDS_EPISODES);
    }

    @Test
    void rowsOfTheTableThatCannotBeReadDoNotStopTheOthers() {
        SampleRecords records = SampleRecords.ofText(FORMAT, directory, "renamed", HEADING + """
                1,A,tv show,2020,completed,,,,
                2,B,tv,2020,watching,S01E99999,,,
                3,C,tv,2020,watching,all,,,
                4,D,book,2020,watching,,,,
                5,E,movie,2020,completed,,31-31-2020 10:00:00,12,
                6,F,movie,2020,completed,,2020-01-01T10:00:00Z,7.5,
                7,G,movie,2020,plan to watch,,,,
                ,,tv,,,,,,
                8,H,tv,2020,watching,E02,01-02-2020,0,
                """);
        assertThat(records.items(PlayRecord.class)).containsExactly("F", "S1E2 of H");
        assertThat(records.items(WatchlistRecord.class)).containsExactly("G");
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(7.5);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.NEEDS_EPISODES,
                        SkipReason.INVALID_VALUE,
                        SkipReason.INVALID_VALUE,
                        SkipReason.OTHER_MEDIUM,
                        SkipReason.INVALID_DATE,
                        SkipReason.INVALID_VALUE,
                        SkipReason.NO_ITEM);
    }

    @Test
    void filesAreRecognizedByTheirContent() throws IOException {
        for (String sample : List.of("SimklBackup.csv", "SimklBackup.json")) {
            Path copy = Files.copy(SampleRecords.sample("simkl/" + sample), directory.resolve(sample + ".txt"));
            assertThat(SampleRecords.matches(FORMAT, copy)).as(sample).isTrue();
        }
        for (String other : List.of(
                "trakt-export-alex.zip",
                "ryot-export.json",
                "watcharr-export.json",
                "seriesguide",
                "tvtime-out",
                "tautulli-history.json",
                "yamtrack-2026.csv",
                "imdb-ratings.csv",
                "netflix",
                "generic-comma.csv",
                "mal/animelist.xml")) {
            assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(SampleRecords.matches(FORMAT, Files.writeString(directory.resolve("empty"), "")))
                .isFalse();
    }

    @Test
    void damagedDocumentsAreRefused() {
        assertThatThrownBy(() -> document("\"shows\": [{\"show\": {\"title\": \"A\""))
                .isInstanceOf(ImportFileException.class);
    }

    private SampleRecords document(String arrays) {
        try {
            Path file = Files.writeString(
                    directory.resolve("backup"), "{\"note\": {\"simkl\": 1, \"user_rating\": 1}, " + arrays + "}");
            assertThat(SampleRecords.matches(FORMAT, file)).isTrue();
            return SampleRecords.of(FORMAT, file, ImportOptions.of(ZoneOffset.UTC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
