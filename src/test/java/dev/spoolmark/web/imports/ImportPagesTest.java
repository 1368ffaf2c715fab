package dev.spoolmark.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.web.PageClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Imports on pages, from the upload to the undo.
class ImportPagesTest {

    private static final String UNKNOWN =
            "[{\"rating\": 8, \"type\": \"movie\", \"movie\": {\"title\": \"=Nameless, \\\"one\\\"\"}}]";

    private final ImportPagesFixture fixture = new ImportPagesFixture();
    private final PageClient ann = fixture.ann;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyPageIsWellFormedInEachLanguage() {
        ImportPagesFixture.upload(ann, ImportPagesFixture.SAMPLE);
        String run = ann.path();
        for (String language : new String[] {"en", "de"}) {
            ann.in(language).get("/import").isWellFormed();
            ann.get(run).isWellFormed();
        }
        ann.in("en").get(run).submit("Import now").isWellFormed();
        fixture.work();
        for (String language : new String[] {"en", "de"}) {
            ann.in(language).get(run).isWellFormed();
            for (String tab : ann.page().select(".tabs a").eachAttr("href")) {
                assertThat(ann.get(tab).isWellFormed().status()).isEqualTo(200);
            }
            ann.get(run + "?show=unresolved");
            ann.get(ann.page().expectFirst("main a[href*=/rows/]").attr("href")).isWellFormed();
        }
    }

    @Test
    void aPreviewShowsWhatIsInTheFileAndStoresNothing() {
        ImportPagesFixture.upload(ann, ImportPagesFixture.SAMPLE);

        assertThat(ann.status()).isEqualTo(200);
        assertThat(ann.page().expectFirst("h1").text()).isEqualTo("Import from Trakt");
        assertThat(ann.text())
                .contains("trakt-export-alex.zip", "Plays: 7", "Ratings: 5", "ratings-movies.json", "Plays from")
                .contains("The other tracker could not export everything");
        assertThat(count("play")).isZero();
    }

    @Test
    void anImportIsCarriedOutReportedAndUndone() {
        ImportPagesFixture.upload(ann, ImportPagesFixture.SAMPLE).submit("Import now");
        String run = ann.path();
        assertThat(ann.text()).contains("begins soon", "You can leave this page");
        assertThat(ann.page().select("noscript")).hasSize(1);

        fixture.work();
        assertThat(ann.get(run).text())
                .contains("Added: 6 plays, 5 ratings, 2 items on the watchlist, 1 list")
                .contains("Not found (1)", "To know (1)");
        assertThat(ann.get(run + "?show=unresolved").text()).contains("watched-history-2.json:3");
        assertThat(count("play")).isEqualTo(6);

        ann.get(run).submit("Undo the whole import");
        assertThat(ann.text()).contains("is undone");
        fixture.work();
        assertThat(ann.get(run).text()).contains("undone").doesNotContain("Undo the whole import");
        assertThat(count("play")).isZero();
        assertThat(count("rating")).isZero();
        assertThat(ann.get("/import").text()).contains("trakt-export-alex.zip", "undone");
    }

    @Test
    void onlyChosenKindsAreImported() {
        ImportPagesFixture.upload(ann, ImportPagesFixture.SAMPLE);
        Map<String, String> form = fields();
        form.remove("kind_play");
        form.put("do", "start");
        ann.post(ann.path(), form).follow();
        fixture.work();

        assertThat(count("play")).isZero();
        assertThat(count("rating")).isEqualTo(5);
    }

    @Test
    void aNameIsMatchedWithATitleOfTheCatalogAndRemembered() {
        fixture.run(Map.of("ratings-movies.json", UNKNOWN));
        assertThat(ann.text()).contains("Not found (1)", "=Nameless");
        ann.get(ann.page().expectFirst("main a[href*=/rows/]").attr("href"));
        String row = ann.path();

        ann.get(row + "?q=batman+begins");
        assertThat(ann.text()).contains("Batman Begins");
        ann.submit("This one Batman Begins, 2005");
        assertThat(ann.text()).contains("Imported. Later imports know this name.", "Added: 1 rating");
        assertThat(count("rating")).isEqualTo(1);
        assertThat(ann.get(row).status()).isEqualTo(404);

        assertThat(fixture.run(Map.of("ratings-movies.json", UNKNOWN)).text()).contains("Already there (1)");
    }

    @Test
    void aNameIsIgnoredForGood() {
        fixture.run(Map.of("ratings-movies.json", UNKNOWN));
        ann.submit("Ignore: =Nameless, \"one\"");

        assertThat(ann.text()).contains("This name is ignored", "Ignored (1)").doesNotContain("Not found");
        assertThat(fixture.run(Map.of("ratings-movies.json", UNKNOWN)).text()).contains("Ignored (1)");
    }

    @Test
    void whatWasNotImportedIsDownloadedAsCsvWithoutFormulas() {
        fixture.run(Map.of("ratings-movies.json", UNKNOWN));
        ann.getOnce(pathOfRun() + "/report.csv");

        assertThat(ann.header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(ann.header("Content-Disposition").orElse("")).startsWith("attachment; filename=\"import-");
        assertThat(ann.body())
                .isEqualTo("file,line,outcome,kind,title,reason\r\n"
                        + "ratings-movies.json,1,unresolved,rating,\"'=Nameless, \"\"one\"\"\",\r\n");
    }

    @Test
    void aReportHasPages() {
        StringBuilder plays = new StringBuilder("[");
        for (int i = 1; i <= 60; i++) {
            plays.append(i == 1 ? "" : ",")
                    .append(
                            "{\"watched_at\": \"2020-01-01T10:00:00.000Z\", \"type\": \"movie\", \"action\": \"watch\",")
                    .append(" \"movie\": {\"title\": \"M")
                    .append(i)
                    .append("\", \"year\": 2019}}");
        }
        fixture.run(Map.of("watched-history.json", plays.append(']').toString()));

        assertThat(ann.page().select("main .item-line")).hasSize(50);
        ann.get(ann.page().expectFirst("a[rel=next]").attr("href"));
        assertThat(ann.page().select("main .item-line")).hasSize(10);
        assertThat(ann.page().select("a[rel=next]")).isEmpty();
    }

    @Test
    void aFileIsDiscarded() {
        ImportPagesFixture.upload(ann, ImportPagesFixture.SAMPLE);
        String run = ann.path();
        ann.submit("Discard the file");

        assertThat(ann.text()).contains("The file was discarded.", "discarded");
        assertThat(ann.get(run).text()).contains("discarded").doesNotContain("Undo");
    }

    @Test
    void anImportIsStoppedBeforeItBegins() {
        ImportPagesFixture.upload(ann, ImportPagesFixture.SAMPLE)
                .submit("Import now")
                .submit("Stop the import");

        assertThat(ann.text()).contains("The import was stopped.", "Nothing new was added.");
        fixture.work();
        assertThat(count("play")).isZero();
    }

    // Misuse

    @Test
    void theImportOfAnotherUserDoesNotExist() {
        fixture.run(ann, ImportPagesFixture.SAMPLE);
        String run = pathOfRun();
        try (PageClient bob = fixture.another("bob")) {
            String token = bob.get("/import")
                    .page()
                    .expectFirst("main input[name=_csrf]")
                    .val();
            for (String path : List.of(run, run + "/rows/1", run + "/report.csv", "/import/0", "/import/x")) {
                assertThat(bob.getOnce(path).status()).as(path).isEqualTo(404);
            }
            for (String path : List.of(run, run + "/undo", run + "/stop", run + "/rows/1")) {
                bob.post(path, Map.of("_csrf", token, "do", "ignore"));
                assertThat(bob.status()).as(path).isEqualTo(404);
            }
            assertThat(bob.get("/import").text()).doesNotContain("trakt-export-alex.zip");
        }
        assertThat(count("play")).isEqualTo(6);
    }

    @Test
    void formsWithoutTheTokenOfTheSessionAreRejected() {
        ImportPagesFixture.send(ann, "wrong", "a.zip", new byte[] {1}, "");
        assertThat(ann.status()).isEqualTo(403);
        fixture.run(ann, ImportPagesFixture.SAMPLE);
        assertThat(ann.post(pathOfRun() + "/undo", Map.of()).status()).isEqualTo(403);
        assertThat(count("play")).isEqualTo(6);
    }

    @Test
    void aFileThatIsTooLargeIsRejectedInWords() {
        ImportPagesFixture.upload(ann, "big.csv", new byte[(64 << 20) + 1], "");

        assertThat(ann.status()).isEqualTo(413);
        assertThat(ann.isWellFormed().text()).contains("larger than 64 MiB");
        assertThat(ann.get("/import").text()).contains("You have imported nothing yet.");
    }

    @Test
    void anArchiveThatGrowsWithoutEndIsRejectedInWords() {
        String zeros = "[" + " ".repeat(3 << 20) + "]";
        fixture.upload(Map.of("watched-history.json", zeros));

        assertThat(ann.text()).contains("compressed more than any real export is");
        assertThat(ann.page().select("button[value=start]:not([aria-hidden])")).isEmpty();
    }

    @Test
    void aFileOfNoFormatIsRejectedBesideItsField() {
        ImportPagesFixture.upload(ann, "notes.txt", "hello".getBytes(StandardCharsets.UTF_8), "");
        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.errorOf("file")).startsWith("This file is of no known format.");

        ImportPagesFixture.upload(ann, "", new byte[0], "");
        assertThat(ann.errorOf("file")).isEqualTo("This field is required.");
        ImportPagesFixture.upload(ann, "notes.txt", new byte[] {1}, "no-such-format");
        assertThat(ann.errorOf("format")).isEqualTo("Choose one of the options.");
    }

    @Test
    void aMalformedUploadIsRejected() {
        assertThat(ann.post("/import", "multipart/form-data; boundary=x", new byte[] {1, 2})
                        .status())
                .isEqualTo(400);
        assertThat(ann.post("/import", "text/plain", new byte[] {1, 2}).status())
                .isEqualTo(400);
    }

    @Test
    void anImportBegunInOneTabIsNotChangedInAnother() {
        ImportPagesFixture.upload(ann, ImportPagesFixture.SAMPLE);
        String run = ann.path();
        Map<String, String> second = fields();
        ann.submit("Import now");
        second.remove("kind_play");
        second.put("do", "start");
        ann.post(run, second).follow();

        assertThat(ann.text()).contains("This import has begun already");
        fixture.work();
        assertThat(count("play")).isEqualTo(6);
        second.put("do", "discard");
        assertThat(ann.post(run, second).follow().text()).contains("This import has begun already");
        assertThat(ann.get(run).submit("Undo the whole import").text()).contains("is undone");
        String token = second.getOrDefault("_csrf", "");
        assertThat(ann.post(run + "/undo", Map.of("_csrf", token)).follow().text())
                .contains("This import cannot be undone");
    }

    @Test
    void aUserUploadsFourFilesAnHourAndOneAtATime() {
        for (int i = 0; i < 4; i++) {
            ImportPagesFixture.upload(ann, ImportPagesFixture.SAMPLE);
            assertThat(ann.status()).isEqualTo(200);
        }
        ImportPagesFixture.upload(ann, ImportPagesFixture.SAMPLE);
        assertThat(ann.status()).isEqualTo(429);
        assertThat(ann.text()).contains("Try again in 15 minutes.");

        ann.get(ann.page().expectFirst("main .list-plain a").attr("href")).submit("Import now");
        fixture.clock.pass(Duration.ofMinutes(16));
        ImportPagesFixture.upload(ann, ImportPagesFixture.SAMPLE);
        assertThat(ann.status()).isEqualTo(409);
        assertThat(ann.text()).contains("Another import is being carried out.");
    }

    @Test
    void aTitleOfAnotherUserCannotBeChosen() {
        fixture.run(Map.of("ratings-movies.json", UNKNOWN));
        String row = ann.page().expectFirst("main a[href*=/rows/]").attr("href");
        long hidden = movie("Only of Bob");
        String token = ann.get(row).page().expectFirst("main input[name=_csrf]").val();
        for (String item : List.of("movie-" + hidden, "movie-987654321")) {
            ann.post(row, Map.of("_csrf", token, "do", "match", "item", item)).follow();
            assertThat(ann.text()).contains("This title does not exist");
        }
        assertThat(count("rating")).isZero();
    }

    private String pathOfRun() {
        String path = ann.path();
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /// The fields of the form of the preview.
    private Map<String, String> fields() {
        Map<String, String> values = new LinkedHashMap<>();
        ann.page().select("main form input[name], main form select[name]").forEach(field -> {
            boolean isUnchecked = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
            if (!isUnchecked && !field.attr("name").equals("shown")) {
                values.put(
                        field.attr("name"),
                        field.tagName().equals("select")
                                ? field.expectFirst("option[selected]").attr("value")
                                : field.val());
            }
        });
        values.put("shown", "play");
        return values;
    }

    private long movie(String title) {
        return fixture.server
                .features()
                .catalog()
                .findOrCreateMovies(List.of(new MovieRef(Ids.NONE, title, 2019)))
                .values()
                .iterator()
                .next()
                .value();
    }

    private long count(String table) {
        return fixture.server
                .database()
                .read(tx -> tx.findFirst(
                        "SELECT count(*) FROM " + table + " WHERE user_id = ?",
                        row -> row.getLong(1),
                        fixture.annAccount.id().value()))
                .orElseThrow();
    }
}
