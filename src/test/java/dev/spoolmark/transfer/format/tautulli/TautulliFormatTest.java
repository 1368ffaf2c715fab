package dev.spoolmark.transfer.format.tautulli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TautulliFormatTest {

    private static final TautulliFormat FORMAT = new TautulliFormat();
    private static final String SAMPLE = "tautulli-history.json";
    private static final ImportOptions OPTIONS = ImportOptions.of(ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void whatWasWatchedToTheEndIsAPlay() {
        SampleRecords records = SampleRecords.of(FORMAT, SAMPLE);
        PlayRecord play = records.only(PlayRecord.class);
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E1 of Harbour Street");
        assertThat(play.time().at()).isEqualTo(Instant.ofEpochSecond(1_762_027_490));
        assertThat(play.action()).isEqualTo(PlayAction.SCROBBLE);
        assertThat(play.item().year()).isNull();
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason, SkippedRecord::row)
                .containsExactly(tuple(SkipReason.NOT_WATCHED, "The Paper Lighthouse"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response\": {\"data\": {\"data\": %s}}}",
                "{\"data\": {\"data\": %s}}",
                "{\"data\": %s}",
                "%s"
            })
    void rowsMayBeStoredWithOrWithoutTheResponse(String document) throws IOException {
        String rows = "[{\"media_type\": \"movie\", \"title\": \"M\", \"grandparent_title\": \"\","
                + " \"watched_status\": 1, \"stopped\": 1600000000}]";
        assertThat(read(document.formatted(rows), OPTIONS).items(PlayRecord.class))
                .containsExactly("M");
    }

    @Test
    void rowsThatAreNoPlaysAreSkipped() throws IOException {
        SampleRecords records = read("""
                [{"media_type": "track", "title": "Song", "watched_status": 1},
                 {"media_type": "movie", "title": "Live", "watched_status": 1, "live": 1},
                 {"media_type": "movie", "title": "", "watched_status": 1},
                 {"media_type": "episode", "title": "E", "grandparent_title": "", "watched_status": 1},
                 17,
                 {"media_type": "episode", "title": "E", "grandparent_title": "S", "watched_status": "1",
                  "media_index": "", "parent_media_index": ""},
                 {"media_type": "movie", "title": "Later", "watched_status": 1, "stopped": 99999999999999999,
                  "started": null, "date": "x"}]""", OPTIONS);
        assertThat(records.items(PlayCountRecord.class)).containsExactly("SnullEE of S", "Later");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.OTHER_MEDIUM,
                        SkipReason.OTHER_MEDIUM,
                        SkipReason.NO_ITEM,
                        SkipReason.NO_ITEM,
                        SkipReason.OTHER_MEDIUM);
    }

    @Test
    void oneOfSeveralUsersIsChosen() throws IOException {
        Path file = Files.writeString(directory.resolve("history"), """
                [{"media_type": "movie", "title": "A", "grandparent_title": "", "watched_status": 1, "user": "alex"},
                 {"media_type": "movie", "title": "B", "grandparent_title": "", "watched_status": 1, "user": "sam"}]""");
        try (ImportFile opened = ImportFile.open(file, "history")) {
            assertThat(FORMAT.questions(opened, OPTIONS))
                    .extracting(ImportQuestion::key, ImportQuestion::isRequired, ImportQuestion::choices)
                    .containsExactly(tuple("profile", true, List.of("alex", "sam")));
        }
        SampleRecords records = SampleRecords.of(FORMAT, file, OPTIONS.with("profile", "sam"));
        assertThat(records.items(PlayCountRecord.class)).containsExactly("B");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.OTHER_PROFILE);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "com.plexapp.agents.imdb://tt9900001?lang=en, tt9900001, none, none",
                "com.plexapp.agents.themoviedb://603/1/2?lang=en, none, 603, none",
                "com.plexapp.agents.thetvdb://81189/1/1?lang=en, none, none, 81189",
                "plex://episode/000000000000000000000101, none, none, none",
                "com.plexapp.agents.hama://anidb-1, none, none, none"
            })
    void oldGuidsHaveIds(String guid, String imdb, Long tmdb, Long tvdb) {
        assertThat(TautulliGuid.ids(guid))
                .extracting(ids -> ids.imdb(), ids -> ids.tmdb(), ids -> ids.tvdb())
                .containsExactly(imdb, tmdb, tvdb);
    }

    @Test
    void filesAreRecognizedByTheirContent() throws IOException {
        Path copy = Files.copy(SampleRecords.sample(SAMPLE), directory.resolve("renamed"));
        assertThat(SampleRecords.matches(FORMAT, copy)).isTrue();
        for (String other : List.of(
                "ryot-export.json",
                "watcharr-export.json",
                "simkl/SimklBackup.json",
                "seriesguide",
                "tvtime-out",
                "trakt-export-alex.zip",
                "mediatracker",
                "generic-comma.csv")) {
            assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(SampleRecords.matches(FORMAT, Files.writeString(directory.resolve("empty"), "")))
                .isFalse();
    }

    private SampleRecords read(String text, ImportOptions options) throws IOException {
        return SampleRecords.of(FORMAT, Files.writeString(directory.resolve("history.json"), text), options);
    }
}
