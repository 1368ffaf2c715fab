package dev.spoolmark.transfer.format.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.format.SampleFiles;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.ImportWarning.Topic;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenericFormatTest {

    private static final GenericFormat FORMAT = new GenericFormat();
    private static final ImportOptions OPTIONS = ImportOptions.of(ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path directory;

    @Test
    void theTemplateIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, "generic-comma.csv");
        assertThat(records.of(PlayRecord.class))
                .extracting(play -> play.time().at(), play -> play.time().precision())
                .containsExactly(
                        tuple(Instant.parse("2020-01-04T19:30:00Z"), TimePrecision.INSTANT),
                        tuple(Instant.parse("2021-03-03T12:00:00Z"), TimePrecision.DAY));
        assertThat(records.items(PlayCountRecord.class)).containsExactly("S1E2 of Harbour Street");
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(8);
        assertThat(records.only(RatingRecord.class).at()).isEqualTo("2020-01-04T22:00:00Z");
        assertThat(records.only(ListRecord.class).name()).isEqualTo("Rainy days");
        assertThat(records.only(ListItemRecord.class).note()).isEqualTo("a note, with a comma\nand a second line");
        assertThat(records.only(WatchlistRecord.class).at()).isEqualTo("2025-09-01T10:00:00Z");
        assertThat(records.all()).hasSize(7);
    }

    @Test
    void idsBesideSeasonAndEpisodeAreThoseOfTheShow() {
        PlayRecord episode = SampleRecords.of(FORMAT, "generic-comma.csv")
                .of(PlayRecord.class)
                .getLast();
        assertThat(episode.item().ids().imdb()).isEqualTo("tt9900101");
        assertThat(episode.item().ids().tvdb()).isEqualTo(9920101L);
        assertThat(episode.item().ownIds().isEmpty()).isTrue();
    }

    @Test
    void aTableOfAGermanSpreadsheetIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, "generic-semicolon-excel-de.csv");
        assertThat(records.of(PlayRecord.class))
                .extracting(play -> play.time().at(), play -> play.time().precision())
                .containsExactly(
                        tuple(Instant.parse("2020-01-04T19:30:00Z"), TimePrecision.INSTANT),
                        tuple(Instant.parse("2025-10-07T12:00:00Z"), TimePrecision.DAY));
        assertThat(records.of(RatingRecord.class))
                .extracting(RatingRecord::score)
                .containsExactly(8.5, 7.0);
        assertThat(records.all()).hasSize(4);
    }

    @Test
    void anOldEncodingIsReported() {
        SampleRecords records = SampleRecords.of(FORMAT, "generic-latin1.csv");
        assertThat(records.items(PlayRecord.class)).containsExactly("Größe Null");
        assertThat(records.warnings()).extracting(ImportWarning::topic).containsExactly(Topic.OLD_ENCODING);
    }

    @Test
    void theTableThatTraktImportsIsRead() {
        SampleRecords records = SampleRecords.of(FORMAT, "trakt-import.csv");
        assertThat(records.only(PlayRecord.class).time().at()).isEqualTo("2020-01-04T19:30:00Z");
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(8);
        assertThat(records.only(PlayCountRecord.class).item())
                .satisfies(episode -> assertThat(episode.kind()).isEqualTo(Kind.EPISODE))
                .satisfies(episode -> assertThat(episode.ownIds().tvdb()).isEqualTo(9940101L));
        assertThat(records.only(WatchlistRecord.class).item().ids().imdb()).isEqualTo("tt9900002");
        assertThat(records.all()).hasSize(4);
    }

    @Test
    void thePlayOnTheDayOfReleaseHasAnUnknownTime() {
        SampleRecords records = text("imdb_id,watched_at\ntt9900001,released\ntt9900001,2020-01-01\n");
        assertThat(records.of(PlayRecord.class)).hasSize(1);
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(2);
    }

    @Test
    void aListOfObjectsIsRead() {
        SampleRecords records = text("""
                {"version": 2, "tags": ["x"], "movies": [
                  {"Title": "M", "ids": {"imdb": "tt9900001"}, "watched_at": "2020-01-04T19:30:00Z", "rating": 9, "x": {"y": []}},
                  17, {"title": null}, {"title": "N", "watched": true, "seasons": [1]}]}""");
        assertThat(records.items(PlayRecord.class)).containsExactly("M");
        assertThat(records.only(PlayRecord.class).item().ids().imdb()).isEqualTo("tt9900001");
        assertThat(records.items(PlayCountRecord.class)).containsExactly("N");
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NO_ITEM, SkipReason.NO_ITEM);
    }

    @Test
    void theUserMapsTheColumns() throws IOException {
        Path file = Files.writeString(directory.resolve("table.csv"), "a;b;c\nM;04.01.2020;tt9900001\n");
        try (ImportFile opened = ImportFile.open(file, "table.csv")) {
            assertThat(FORMAT.matches(opened)).isFalse();
            assertThat(FORMAT.questions(opened, OPTIONS))
                    .containsExactly(new ImportQuestion("columns", true, List.of(), "a, b, c"));
        }
        SampleRecords records =
                SampleRecords.of(FORMAT, file, OPTIONS.with("columns", "A=title; b = Watched-At ;3=imdb;d=year;c=x"));
        assertThat(records.only(PlayRecord.class).item().ids().imdb()).isEqualTo("tt9900001");
        assertThat(records.items(PlayRecord.class)).containsExactly("M");
    }

    @Test
    void thePreviewHasGuessAndRows() throws IOException {
        Path file = Files.writeString(
                directory.resolve("table.csv"), "Titel;Gesehen am;x;Titel\nM;04.01.2020;1;2\n" + "N\n".repeat(9));
        try (ImportFile opened = ImportFile.open(file, "table.csv")) {
            TablePreview preview = GenericFormat.preview(opened, OPTIONS);
            assertThat(preview.columns()).containsExactly("titel", "gesehen am", "x", "titel");
            assertThat(preview.fields()).containsExactly("title", "watched_at", "", "");
            assertThat(preview.rows()).hasSize(5).contains(List.of("M", "04.01.2020", "1", "2"));
            assertThat(GenericFormat.answer(preview.columns(), preview.fields()))
                    .isEqualTo("titel=title;gesehen am=watched_at");
            assertThat(FORMAT.questions(opened, OPTIONS).getFirst().choices())
                    .containsExactly("titel=title;gesehen am=watched_at");
        }
        assertThat(GenericFormat.fields()).contains("title", "imdb_id", "rating5");
        assertThat(GenericFormat.answer(List.of("a;b", "c", "c", "4"), List.of("year", "", "title", "list")))
                .isEqualTo("1=year;3=title;4=list");
    }

    @Test
    void datesThatCanBeReadInTwoWaysAreAQuestion() throws IOException {
        Path file = Files.writeString(directory.resolve("table.csv"), "title,date\nM,01/04/2020\n");
        try (ImportFile opened = ImportFile.open(file, "table.csv")) {
            assertThat(FORMAT.questions(opened, OPTIONS))
                    .contains(new ImportQuestion(
                            "date-order", true, List.of("day-month-year", "month-day-year"), "01/04/2020"));
        }
        assertThat(SampleRecords.of(FORMAT, file, OPTIONS.with("date-order", "month-day-year"))
                        .only(PlayRecord.class)
                        .time()
                        .at())
                .isEqualTo("2020-01-04T12:00:00Z");
    }

    @Test
    void oneDateDecidesTheOrderOfAll() throws IOException {
        SampleRecords records = text("title,date\nM,01/04/2020\nN,1/13/20 8:30 PM\n");
        assertThat(records.of(PlayRecord.class))
                .extracting(play -> play.time().at())
                .containsExactly(Instant.parse("2020-01-04T12:00:00Z"), Instant.parse("2020-01-13T19:30:00Z"));
        assertThat(questions("title,date\nM,01/04/2020\nN,1/13/20 8:30 PM\n"))
                .extracting(ImportQuestion::key)
                .containsExactly("columns");
    }

    @Test
    void theScaleOfLowRatingsIsAQuestion() throws IOException {
        assertThat(questions("title,rating\nM,4\nN,3\n"))
                .contains(new ImportQuestion("rating-scale", true, List.of("10", "5", "100"), "4"));
        assertThat(questions("title,rating\nM,4.5\nN,3\n"))
                .contains(new ImportQuestion("rating-scale", true, List.of("5", "10", "100"), "4.5"));
        for (String clear : List.of(
                "title,rating\nM,4\nN,6\n",
                "title,rating10\nM,4\n",
                "title,stars\nM,4\n",
                "title,rating\nM,4/5\n",
                GenericFormat.TEMPLATE + "\nM,2019,,,,,,,,4\n")) {
            assertThat(questions(clear)).extracting(ImportQuestion::key).containsExactly("columns");
        }
    }

    @Test
    void ratingsAreReadOnAnyScale() throws IOException {
        assertThat(scores("title,rating\nM,4\n", "5")).containsExactly(8.0);
        assertThat(scores("title,stars\nM,3.5\nN,0\nO,\n", "")).containsExactly(7.0);
        assertThat(scores("title,rating\nM,85\nN,8/10\nO,4/5\nP,70 %\nQ,0/10\n", ""))
                .containsExactly(8.5, 8.0, 8.0, 7.0);
    }

    @Test
    void theNewestRatingOfAnItemCounts() {
        SampleRecords records = text("title,rating,rated at\nM,9,2025-01-01\nM,8,2020-01-01\n");
        assertThat(records.only(RatingRecord.class).score()).isEqualTo(9);
    }

    @Test
    void titlesAloneAreAQuestion() throws IOException {
        assertThat(questions("title,year\nM,2019\n"))
                .contains(new ImportQuestion("rows-are", true, List.of("watched", "watchlist", "list"), ""));
        assertThat(rows("watched").items(PlayCountRecord.class)).containsExactly("M");
        assertThat(rows("watchlist").items(WatchlistRecord.class)).containsExactly("M");
        assertThat(rows("list").only(ListRecord.class).name()).isEqualTo("my table");
        assertThat(text("title,year\nM,2019\n").skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NOT_WATCHED);
    }

    @Test
    void aTableOfSeveralFilesIsNotDetected() {
        Path archive = SampleRecords.archive(
                directory.resolve("archive.zip"), Map.of("a.csv", "title\nM\n", "user.csv", "name\nM\n"));
        assertThat(SampleFiles.matches(FORMAT, archive)).isFalse();
    }

    @Test
    void itsOwnSamplesAreDetected() {
        assertThat(SampleFiles.matching(FORMAT, directory))
                .contains(
                        "generic-comma.csv", "generic-latin1.csv", "generic-semicolon-excel-de.csv", "trakt-import.csv")
                .doesNotContain("gdpr-data.zip", "kodi/videodb.xml", "mal/animelist.xml");
        assertThat(SampleFiles.hostile(directory)).noneMatch(file -> SampleFiles.matches(FORMAT, file));
    }

    @Test
    void notesAreWithListOrWatchlistOrAlone() {
        SampleRecords records = text("title,note,watchlist,list,watched\nM,a,yes,,\nN,b,,,x\nO,c,no,L,\n");
        assertThat(records.only(WatchlistRecord.class).note()).isEqualTo("a");
        assertThat(records.only(NoteRecord.class).text()).isEqualTo("b");
        assertThat(records.only(ListItemRecord.class).note()).isEqualTo("c");
    }

    private SampleRecords text(String text) {
        return SampleRecords.ofText(FORMAT, directory, "my table.csv", text);
    }

    private SampleRecords rows(String answer) throws IOException {
        Path file = Files.writeString(directory.resolve("my table.csv"), "title,year\nM,2019\n");
        return SampleRecords.of(FORMAT, file, OPTIONS.with("rows-are", answer));
    }

    private List<Double> scores(String text, String scale) throws IOException {
        Path file = Files.writeString(directory.resolve("table.csv"), text);
        return SampleRecords.of(FORMAT, file, scale.isEmpty() ? OPTIONS : OPTIONS.with("rating-scale", scale))
                .of(RatingRecord.class)
                .stream()
                .map(RatingRecord::score)
                .toList();
    }

    private List<ImportQuestion> questions(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("table.csv"), text);
        try (ImportFile opened = ImportFile.open(file, "table.csv")) {
            return FORMAT.questions(opened, OPTIONS);
        }
    }
}
