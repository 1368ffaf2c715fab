package dev.spoolmark.transfer.format.netflix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetflixFormatTest {

    private static final NetflixFormat FORMAT = new NetflixFormat();
    private static final ImportOptions OPTIONS = ImportOptions.of(ZoneOffset.UTC);
    private static final String HEADING =
            "Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type," + "Latest Bookmark\n";

    @TempDir
    private Path directory;

    @Test
    void englishHistoriesHaveTheMonthFirst() {
        SampleRecords records = SampleRecords.of(FORMAT, "netflix/NetflixViewingHistory-en.csv");
        assertThat(records.items(PlayRecord.class))
                .containsExactly(
                        "S2EHigh Tide of Harbour Street",
                        "S1EThe Ferry of Harbour Street",
                        "Clocks: Undone",
                        "The Paper Lighthouse",
                        "S1EPart 2: Noon of Clocks: Undone");
        assertThat(days(records)).startsWith(LocalDate.of(2025, 11, 2), LocalDate.of(2025, 11, 1));
        assertThat(records.of(PlayRecord.class)).allMatch(play -> play.time().precision() == TimePrecision.DAY);
        assertThat(records.of(PlayRecord.class))
                .filteredOn(play -> play.item().otherwise() != null)
                .hasSize(2);
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NO_ITEM);
        assertThat(questions("netflix/NetflixViewingHistory-en.csv")).isEmpty();
    }

    @Test
    void layoutsOfOtherLanguagesAreRead() {
        SampleRecords german = SampleRecords.of(FORMAT, "netflix/NetflixViewingHistory-de.csv");
        assertThat(days(german))
                .containsExactly(
                        LocalDate.of(2025, 11, 2),
                        LocalDate.of(2025, 11, 1),
                        LocalDate.of(2025, 10, 5),
                        LocalDate.of(2025, 9, 9));
        assertThat(german.items(PlayRecord.class))
                .contains("S2EDie Flut of Hafenstraße", "S1ETeil 2 of Uhren", "Der Papierleuchtturm");
        SampleRecords french = SampleRecords.of(FORMAT, "netflix/NetflixViewingHistory-fr-ca.csv");
        assertThat(days(french)).containsExactly(LocalDate.of(2025, 11, 2), LocalDate.of(2025, 10, 5));
        assertThat(questions("netflix/NetflixViewingHistory-de.csv")).isEmpty();
        assertThat(questions("netflix/NetflixViewingHistory-fr-ca.csv")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025. 11. 2.", "2025-11-02", "2025/11/2", "02.11.25", "2. 11. 2025", "2025-11-02 00:00:00"})
    void layoutsDecideAtOnce(String date) {
        assertThat(days(history(date))).containsExactly(LocalDate.of(2025, 11, 2));
    }

    @Test
    void ambiguousDatesAreAQuestion() {
        String sample = "netflix/NetflixViewingHistory-ambiguous.csv";
        assertThat(questions(sample))
                .extracting(
                        ImportQuestion::key,
                        ImportQuestion::isRequired,
                        ImportQuestion::choices,
                        ImportQuestion::example)
                .containsExactly(tuple("date-order", true, List.of("month-first", "day-first"), "03/04/2025"));
        assertThat(days(SampleRecords.of(
                        FORMAT, SampleRecords.sample(sample), OPTIONS.with("date-order", "day-first"))))
                .containsExactly(LocalDate.of(2025, 4, 3), LocalDate.of(2025, 3, 2));
        assertThat(days(SampleRecords.of(
                        FORMAT, SampleRecords.sample(sample), OPTIONS.with("date-order", "month-first"))))
                .containsExactly(LocalDate.of(2025, 3, 4), LocalDate.of(2025, 2, 3));
        assertThat(SampleRecords.of(FORMAT, sample).skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.INVALID_DATE, SkipReason.INVALID_DATE);
    }

    @Test
    void oneDateDecidesForTheWholeFile() {
        assertThat(days(history("5/11/25", "31/10/25", "4/10/25")))
                .containsExactly(LocalDate.of(2025, 11, 5), LocalDate.of(2025, 10, 31), LocalDate.of(2025, 10, 4));
        assertThat(days(history("11/5/25", "10/31/25", "10/4/25")))
                .containsExactly(LocalDate.of(2025, 11, 5), LocalDate.of(2025, 10, 31), LocalDate.of(2025, 10, 4));
    }

    @Test
    void theOrderOfRowsDecidesIfAllDatesAreAmbiguous() {
        assertThat(days(history("02/03/25", "01/03/25", "12/02/25")))
                .containsExactly(LocalDate.of(2025, 3, 2), LocalDate.of(2025, 3, 1), LocalDate.of(2025, 2, 12));
        assertThat(days(history("3/3/25"))).containsExactly(LocalDate.of(2025, 3, 3));
    }

    @Test
    void mixedLayoutsOfTableProgramsAreAQuestion() throws IOException {
        Path file = write("Title,Date\n\"A\",\"13/11/2025\"\n\"B\",\"11/02/2025\"\n\"C\",\"10/14/25\"\n");
        try (ImportFile opened = ImportFile.open(file, "file")) {
            assertThat(FORMAT.questions(opened, OPTIONS)).hasSize(1);
        }
        assertThat(days(SampleRecords.of(FORMAT, file, OPTIONS.with("date-order", "month-first"))))
                .containsExactly(LocalDate.of(2025, 11, 13), LocalDate.of(2025, 11, 2), LocalDate.of(2025, 10, 14));
    }

    @Test
    void rowsThatCannotBeReadDoNotStopTheOthers() {
        SampleRecords records = history("", "99/99/25", "yesterday", "0/0/0", "13/11/2025");
        assertThat(records.of(PlayRecord.class)).hasSize(1);
        assertThat(records.of(PlayCountRecord.class)).hasSize(1);
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsOnly(SkipReason.INVALID_DATE);
    }

    @Test
    void rowsOfTheArchiveAreFiltered() {
        SampleRecords all = SampleRecords.of(FORMAT, "netflix/CONTENT_INTERACTION");
        assertThat(all.items(PlayRecord.class))
                .containsExactly("S2EHigh Tide of Harbour Street", "The Paper Lighthouse");
        assertThat(all.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.TRAILER, SkipReason.NOT_WATCHED, SkipReason.TRAILER, SkipReason.NOT_CHOSEN);
        assertThat(all.of(PlayRecord.class).getFirst().time().at()).isEqualTo(Instant.parse("2025-11-02T20:15:00Z"));
        assertThat(all.items(WatchlistRecord.class)).containsExactly("Salt, and Other Weather");
    }

    @Test
    void oneProfileIsChosen() {
        String sample = "netflix/CONTENT_INTERACTION";
        assertThat(questions(sample))
                .extracting(ImportQuestion::key, ImportQuestion::isRequired, ImportQuestion::choices)
                .containsExactly(
                        tuple("profile", true, List.of("Alex", "Sam")),
                        tuple("thumbs-as-ratings", false, List.of("no", "yes")));
        SampleRecords sam = SampleRecords.of(FORMAT, SampleRecords.sample(sample), OPTIONS.with("profile", "Sam"));
        assertThat(sam.items(PlayRecord.class)).containsExactly("The Paper Lighthouse");
        assertThat(sam.of(WatchlistRecord.class)).isEmpty();
        assertThat(sam.skipped()).extracting(SkippedRecord::reason).containsOnly(SkipReason.OTHER_PROFILE);
    }

    @Test
    void thumbsBecomeRatingsIfTheUserAgrees() {
        SampleRecords records = SampleRecords.of(
                FORMAT,
                SampleRecords.sample("netflix/CONTENT_INTERACTION"),
                OPTIONS.with("profile", "Alex").with("thumbs-as-ratings", "yes"));
        RatingRecord rating = records.only(RatingRecord.class);
        assertThat(rating.score()).isEqualTo(8);
        assertThat(rating.at()).isEqualTo(Instant.parse("2025-10-05T20:00:00Z"));
        assertThat(rating.item().otherwise()).isNotNull();
    }

    @Test
    void starsAndThumbsOfAnyYearAreRead() {
        SampleRecords records = SampleRecords.of(
                FORMAT,
                SampleRecords.archive(
                        directory.resolve("a.zip"), Map.of("Ratings.csv", """
                        Title Name,Star Value,Thumbs Value,Profile Name
                        A,4,,Alex
                        B,,1,Alex
                        C,,3,Alex
                        D,,9,Alex
                        ,,1,Alex
                        """, "PaymentAndBilling.csv", "\"")),
                OPTIONS.with("thumbs-as-ratings", "yes"));
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(8.0, 3.0, 10.0);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.INVALID_VALUE, SkipReason.NO_ITEM);
    }

    @Test
    void partsOfOneViewingAreOnePlay() {
        SampleRecords records = activity("""
                Alex,2025-11-03 20:00:00,00:30:00,,Long Film,,00:55:00
                Alex,2025-11-02 20:00:00,00:55:00,,Long Film,,Not latest view
                Alex,2023-05-02 20:00:00,30:55:00,,Long Film,,Not latest view
                """);
        assertThat(records.of(PlayRecord.class)).hasSize(2);
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NOT_LATEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Show_hook_primary_16x9",
                "Show_CLIP_1",
                "Clip: A scene",
                "Season 2 (Trailer)",
                "Show: Trailer 2",
                "Show_backfill_1"
            })
    void clipsAndTrailersAreSkipped(String title) {
        assertThat(activity("Alex,2025-11-03 20:00:00,00:30:00,," + title + ",,\n")
                        .skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.TRAILER);
    }

    @Test
    void titlesWithTheWordOfATrailerAreKept() {
        assertThat(activity("Alex,2025-11-03 20:00:00,00:30:00,,Trailer Yard: Season 1: E,,\n")
                        .of(PlayRecord.class))
                .hasSize(1);
    }

    @Test
    void rowsOfTheArchiveWithoutATimeAreSkipped() {
        assertThat(activity("Alex,soon,00:30:00,,A,,\nAlex,,x,,B,,\n").skipped())
                .extracting(SkippedRecord::reason)
                .containsOnly(SkipReason.INVALID_DATE);
    }

    @Test
    void filesAreRecognizedUnderAnyName() throws IOException {
        for (String sample : List.of("en", "de", "fr-ca", "ambiguous")) {
            Path copy = directory.resolve(sample);
            Files.copy(SampleRecords.sample("netflix/NetflixViewingHistory-" + sample + ".csv"), copy);
            assertThat(SampleRecords.matches(FORMAT, copy)).as(sample).isTrue();
        }
        for (String name : List.of("ViewingActivity", "Ratings", "MyList")) {
            Path copy = directory.resolve(name + " renamed");
            Files.copy(SampleRecords.sample("netflix/CONTENT_INTERACTION/" + name + ".csv"), copy);
            assertThat(SampleRecords.matches(FORMAT, copy)).as(name).isTrue();
        }
    }

    @Test
    void otherFilesAreNotRecognized() throws IOException {
        for (String other : List.of(
                "letterboxd-alexfilm-2026-01-01-00-00-utc.zip",
                "imdb-ratings.csv",
                "simkl/SimklBackup.csv",
                "generic-comma.csv",
                "generic-latin1.csv",
                "trakt-import.csv",
                "movary",
                "gdpr-data.zip",
                "tvtime-out",
                "trakt-export-alex.zip",
                "jellyfin-playback-reporting.tsv")) {
            assertThat(SampleRecords.matches(FORMAT, SampleRecords.sample(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(SampleRecords.matches(FORMAT, write("title,date\nA,2020-01-01T10:00:00Z\n")))
                .isFalse();
        assertThat(SampleRecords.matches(FORMAT, write(""))).isFalse();
        assertThat(SampleRecords.matches(FORMAT, write("Title,Date\n\u0000,\"never closed")))
                .isFalse();
    }

    @Test
    void otherEncodingsAreRead() throws IOException {
        Path file = Files.write(
                directory.resolve("utf16.csv"),
                "\ufeffTitle;Date\r\nUhren;02.11.25\r\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(days(SampleRecords.of(FORMAT, file, OPTIONS))).containsExactly(LocalDate.of(2025, 11, 2));
    }

    private SampleRecords history(String... dates) {
        StringBuilder text = new StringBuilder("Title,Date\n");
        for (String date : dates) {
            text.append("\"A film\",\"").append(date).append("\"\n");
        }
        return SampleRecords.ofText(FORMAT, directory, "history.csv", text.toString());
    }

    private SampleRecords activity(String rows) {
        return SampleRecords.ofText(FORMAT, directory, "activity.csv", HEADING + rows);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("file.csv"), text);
    }

    private static List<LocalDate> days(SampleRecords records) {
        return records.of(PlayRecord.class).stream()
                .map(play ->
                        LocalDate.ofInstant(Objects.requireNonNull(play.time().at()), ZoneOffset.UTC))
                .toList();
    }

    private static List<ImportQuestion> questions(String sample) {
        try (ImportFile file = ImportFile.open(SampleRecords.sample(sample), "file")) {
            return FORMAT.questions(file, OPTIONS);
        }
    }
}
