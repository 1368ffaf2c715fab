package dev.spoolmark.transfer.format.myanimelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.transfer.file.ImportFileException;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MyAnimeListFormatTest {

    private static final MyAnimeListFormat FORMAT = new MyAnimeListFormat();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"mal/animelist.xml", "mal/animelist_1700000000_-_1.xml.gz"})
    void everyKindOfDataIsRead(String sample) {
        SampleRecords records = SampleRecords.of(FORMAT, sample);
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E1 of Hoshi no Eki", "Umi & Sora");
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E2 of Hoshi no Eki", "Umi & Sora");
        assertThat(records.of(PlayRecord.class).getFirst().time().at())
                .isEqualTo(Instant.parse("2023-01-15T12:00:00Z"));
        assertThat(records.of(PlayRecord.class).getLast().time().precision()).isEqualTo(TimePrecision.YEAR);
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(7);
        assertThat(records.only(HiddenRecord.class).section()).isEqualTo(HiddenSection.PROGRESS);
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("too <b>sad</b>");
        assertThat(records.only(NoteRecord.class).item().foreignId()).isEqualTo("mal:990001");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NOT_SUPPORTED);
    }

    @Test
    void completedEntriesHaveADayOfTheFinish() {
        SampleRecords records = read("""
                <anime><series_title>A</series_title><series_episodes>3</series_episodes>
                <my_watched_episodes>3</my_watched_episodes><my_start_date>2020-01-01</my_start_date>
                <my_finish_date>2020-02-01</my_finish_date><my_status>Completed</my_status>
                <my_times_watched>1</my_times_watched></anime>""");
        assertThat(records.of(PlayRecord.class))
                .extracting(play -> play.item().number() + " " + play.time().at())
                .containsExactly("1 2020-01-01T12:00:00Z", "3 2020-02-01T12:00:00Z");
        assertThat(records.of(PlayCountRecord.class))
                .extracting(PlayCountRecord::plays)
                .containsExactly(2, 2, 2);
    }

    @Test
    void statesAreWordsOrNumbers() {
        SampleRecords records = read("""
                <anime><series_title>A</series_title><my_status>6</my_status></anime>
                <anime><series_title>B</series_title><my_status>Plan to Watch</my_status></anime>
                <anime><series_title>C</series_title><my_status>4</my_status></anime>
                <anime><series_title>D</series_title><my_status>2</my_status><series_episodes>2</series_episodes></anime>
                <anime><series_title>E</series_title><my_status>1</my_status></anime>
                <anime><series_title>F</series_title><my_status>2</my_status></anime>""");
        assertThat(records.items(WatchlistRecord.class)).containsExactly("A", "B");
        assertThat(records.only(HiddenRecord.class).section()).isEqualTo(HiddenSection.DROPPED);
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E1 of D", "S1E2 of D");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NEEDS_EPISODES);
    }

    @Test
    void entriesThatCannotBeReadDoNotStopTheOthers() {
        SampleRecords records = read("""
                <anime><series_animedb_id>1</series_animedb_id></anime>
                <anime><series_title>Song</series_title><series_type>Music</series_type></anime>
                <anime><series_title>A</series_title><my_watched_episodes>99999</my_watched_episodes></anime>
                <anime><series_title>B</series_title><my_watched_episodes>1</my_watched_episodes>
                  <my_start_date>2020-13-40</my_start_date><my_score>77</my_score></anime>
                <manga><manga_title>Book</manga_title></manga>""");
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E1 of B");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.NO_ITEM,
                        SkipReason.OTHER_MEDIUM,
                        SkipReason.INVALID_VALUE,
                        SkipReason.INVALID_DATE,
                        SkipReason.INVALID_VALUE,
                        SkipReason.OTHER_MEDIUM);
    }

    @Test
    void entitiesAreRefused() {
        assertThatThrownBy(() -> SampleRecords.ofText(
                        FORMAT, directory, "list.xml", "<myanimelist><anime><series_title>&x;</series_title></anime>"))
                .isInstanceOf(ImportFileException.class);
    }

    @Test
    void filesAreRecognizedByTheirRoot() throws IOException {
        assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample("mal"))).isTrue();
        Path copy = Files.copy(SampleRecords.sample("mal/animelist.xml"), directory.resolve("renamed"));
        assertThat(SampleRecords.matches(FORMAT, copy)).isTrue();
        for (String other : List.of(
                "kodi",
                "kodi/videodb.xml",
                "simkl/SimklBackup.json",
                "trakt-export-alex.zip",
                "generic-comma.csv",
                "jellyfin-playback-reporting.tsv")) {
            assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(SampleRecords.matches(FORMAT, Files.writeString(directory.resolve("empty"), "")))
                .isFalse();
    }

    private SampleRecords read(String entries) {
        return SampleRecords.ofText(
                FORMAT,
                directory,
                "list.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><myanimelist>" + entries + "</myanimelist>");
    }
}
