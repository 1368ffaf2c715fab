package dev.spoolmark.transfer.format.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.format.SampleRecords;
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

class JellyfinFormatTest {

    private static final JellyfinFormat FORMAT = new JellyfinFormat();
    private static final String SAMPLE = "jellyfin-playback-reporting.tsv";
    private static final ImportOptions OPTIONS = ImportOptions.of(ZoneOffset.UTC);
    private static final String USER = "00000000000040008000000000000001";
    private static final String OTHER = "00000000000040008000000000000002";

    @TempDir
    private Path directory;

    @Test
    void playsAreReadInTheZoneOfTheUser() {
        SampleRecords records = SampleRecords.of(FORMAT, SAMPLE);
        assertThat(records.items(PlayRecord.class)).containsExactly("S1E1 of Harbour Street", "The Paper Lighthouse");
        assertThat(records.of(PlayRecord.class))
                .extracting(play -> play.time().at())
                .containsExactly(Instant.parse("2025-11-01T18:20:00.123Z"), Instant.parse("2025-10-05T16:00:00Z"));
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NOT_WATCHED);
    }

    @Test
    void linesOfOneItemWithinFourHoursAreOnePlay() throws IOException {
        SampleRecords records = read(
                line("2025-11-01 10:00:00", USER, "Movie", "Long", "600")
                        + line("2025-11-01 13:59:00", USER, "Movie", "Long", "600")
                        + line("2025-11-01 14:30:00", USER, "Movie", "Long", "600")
                        + line("2025-11-02 14:30:00", USER, "Movie", "Long", "600"),
                OPTIONS);
        assertThat(records.of(PlayRecord.class)).hasSize(3);
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NOT_LATEST);
    }

    @Test
    void namesAreThoseOfEpisodesAndMovies() throws IOException {
        SampleRecords records = read(
                line("2025-11-01 10:00:00", USER, "Episode", "A - B - S02E13 - C - D", "600")
                        + line("2025-11-01 20:00:00", USER, "Episode", "A - s01e01-e02 - C", "600")
                        + line("2025-11-02 10:00:00", USER, "Movie", "M (2019)", "600")
                        + line("2025-11-03 10:00:00", USER, "Episode", "without numbers", "600")
                        + line("2025-11-04 10:00:00", USER, "Audio", "Song", "600")
                        + line("2025-11-05 10:00:00", USER, "Movie", "N", "x")
                        + line("2025-99-05 10:00:00", USER, "Movie", "O", "600")
                        + "broken\n\u0000\t\t\t\t\t\t\t\t\t\n",
                OPTIONS);
        assertThat(records.items(PlayRecord.class)).containsExactly("S2E13 of A - B", "S1E1 of A", "M");
        assertThat(records.of(PlayRecord.class).getLast().item().year()).isEqualTo(2019);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(
                        SkipReason.NO_ITEM,
                        SkipReason.OTHER_MEDIUM,
                        SkipReason.INVALID_VALUE,
                        SkipReason.INVALID_DATE,
                        SkipReason.UNREADABLE,
                        SkipReason.UNREADABLE);
    }

    @Test
    void usersAndMinutesAreQuestions() throws IOException {
        Path file = write(line("2025-11-01 10:00:00", USER, "Movie", "A", "400")
                + line("2025-11-01 10:00:00", OTHER, "Movie", "B", "400"));
        try (ImportFile opened = ImportFile.open(file, "file")) {
            assertThat(FORMAT.questions(opened, OPTIONS))
                    .extracting(ImportQuestion::key, ImportQuestion::isRequired, ImportQuestion::choices)
                    .containsExactly(
                            tuple("profile", true, List.of(USER, OTHER)),
                            tuple("minimum-minutes", false, List.of("1", "5", "10", "20")));
        }
        assertThat(SampleRecords.of(FORMAT, file, OPTIONS.with("profile", OTHER))
                        .items(PlayRecord.class))
                .containsExactly("B");
        assertThat(SampleRecords.of(FORMAT, file, OPTIONS.with("minimum-minutes", "10"))
                        .of(PlayRecord.class))
                .isEmpty();
    }

    @Test
    void endlessLinesAreRefused() throws IOException {
        Path file = write(line("2025-11-01 10:00:00", USER, "Movie", "A", "400") + "x".repeat(100_000));
        assertThatThrownBy(() -> SampleRecords.of(FORMAT, file, OPTIONS)).isInstanceOf(ImportFileException.class);
    }

    @Test
    void filesAreRecognizedByTheirContent() throws IOException {
        Path copy = Files.copy(SampleRecords.sample(SAMPLE), directory.resolve("renamed"));
        assertThat(SampleRecords.matches(FORMAT, copy)).isTrue();
        for (String other : List.of(
                "generic-comma.csv",
                "netflix/NetflixViewingHistory-en.csv",
                "imdb-ratings.csv",
                "trakt-export-alex.zip",
                "tautulli-history.json",
                "kodi",
                "tvtime-out")) {
            assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(SampleRecords.matches(FORMAT, write(""))).isFalse();
    }

    private static String line(String time, String user, String type, String name, String seconds) {
        return String.join(
                        "\t",
                        time,
                        user,
                        "11111111111140008000000000000101",
                        type,
                        name,
                        "DirectPlay",
                        "Web",
                        "Browser",
                        seconds)
                + "\r\n";
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("backup.tsv"), text);
    }

    private SampleRecords read(String text, ImportOptions options) throws IOException {
        return SampleRecords.of(FORMAT, write(text), options);
    }
}
