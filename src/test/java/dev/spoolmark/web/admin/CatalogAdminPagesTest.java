package dev.spoolmark.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The pages on which administrators edit, merge, confirm and delete items.
class CatalogAdminPagesTest {

    private static final MovieRef BATMAN = new MovieRef(Ids.ofTmdb(272), null, null);

    private final AdminFixture fixture = new AdminFixture();
    private final String batman = "/admin/catalog/movie-" + id(BATMAN);

    @AfterEach
    void close() {
        fixture.close();
    }

    private long id(MovieRef ref) {
        return fixture.server
                .features()
                .catalog()
                .findMovieIds(List.of(ref))
                .values()
                .iterator()
                .next()
                .value();
    }

    /// Another movie of the same name.
    private String twin() {
        new CatalogImport(
                        fixture.server.database(),
                        fixture.clock,
                        fixture.server.features().catalog())
                .apply(List.of(
                        new MovieItem(Ids.ofTmdb(5), "Batman Begins Again", 2005, MovieFacts.NONE, List.of(), null)));
        return "/admin/catalog/movie-" + id(new MovieRef(Ids.ofTmdb(5), null, null));
    }

    @Test
    void everyPageIsWellFormedInEveryLanguage() {
        String twin = twin();
        for (String language : List.of("en", "de")) {
            for (String page : List.of(
                    "/admin/catalog",
                    "/admin/catalog?q=batman",
                    "/admin/catalog/duplicates?kind=movie",
                    "/admin/catalog/duplicates?kind=show&from=x",
                    batman,
                    twin + "/merge",
                    twin + "/merge?into=" + batman.substring("/admin/catalog/".length()),
                    twin + "/delete")) {
                fixture.browser.in(language).get(page).isWellFormed();
                assertThat(fixture.browser.status()).as(page).isEqualTo(200);
            }
        }
    }

    @Test
    void anItemIsFoundEditedAndReleased() {
        fixture.browser.get("/admin/catalog?q=https://www.imdb.com/title/tt0372784/");
        assertThat(fixture.browser.page().select("main li a").eachAttr("href")).contains(batman);

        fixture.browser.get(batman).submit("Save", "year", "2006", "genres", "Action, Drama");
        assertThat(fixture.browser.text()).contains("The facts are saved.", "Edited fields", "Year", "Genres");
        assertThat(fixture.browser.get("/m/batman-begins-2005").text()).contains("2006");
        assertThat(fixture.browser.get("/admin/log?action=catalog-edited").text())
                .contains("Batman Begins (2005): year 2005 -> 2006");

        fixture.browser.get(batman);
        fixture.post(batman + "/release", "field", "year").follow();
        assertThat(fixture.browser.text()).contains("Sources can change the field again.");
        assertThat(fixture.browser.page().select("#edited ~ ul li").text())
                .contains("Genres")
                .doesNotContain("Year");
        assertThat(fixture.browser.get("/admin/catalog").text()).contains("Edited last Batman Begins");
    }

    @Test
    void theSecondOfTwoTabsSeesBothValues() {
        fixture.browser.get(batman);
        String version =
                fixture.browser.page().expectFirst("input[name=version]").val();
        fixture.browser.submit("Save", "year", "2006");

        fixture.browser.get(batman).submit("Save", "version", version, "year", "2007");
        assertThat(fixture.browser.status()).isEqualTo(422);
        assertThat(fixture.browser.errorOf("year")).isEqualTo("Somebody else has saved meanwhile: 2006");
        assertThat(fixture.browser.page().expectFirst("#year").val()).isEqualTo("2007");
        fixture.browser.submit("Save");
        assertThat(fixture.browser.text()).contains("The facts are saved.");
        assertThat(fixture.browser.page().expectFirst("#year").val()).isEqualTo("2007");
    }

    @Test
    void aWrongValueIsAnErrorBesideItsField() {
        fixture.browser.get(batman).submit("Save", "year", "MMV", "released", "2005-13-01", "title", "");

        assertThat(fixture.browser.status()).isEqualTo(422);
        assertThat(fixture.browser.errorOf("year")).isEqualTo("This is no valid value.");
        assertThat(fixture.browser.errorOf("released")).isEqualTo("This is no valid value.");
        assertThat(fixture.browser.errorOf("title")).isNotEmpty();
        assertThat(fixture.browser.page().expectFirst("#year").val()).isEqualTo("MMV");
    }

    @Test
    void anIdOfAnotherItemLeadsToAMergeAfterWhichTheOldAddressLeadsToTheOther() {
        String twin = twin();
        fixture.browser.get(twin).submit("Save", "tmdb", "272");
        assertThat(fixture.browser.errorOf("tmdb")).isEqualTo("Another item has it: Batman Begins (2005)");

        fixture.browser.get(
                fixture.browser.page().expectFirst("main .notice-error a").attr("href"));
        assertThat(fixture.browser.text())
                .contains("Batman Begins Again (2005) goes, Batman Begins (2005) remains")
                .contains("Data of 0 users moves");
        fixture.browser.submit("Merge");
        assertThat(fixture.browser.text()).contains("The items are merged.");
        assertThat(fixture.browser.path()).startsWith(batman);

        PageClient old = fixture.browser.getOnce("/m/batman-begins-again-2005");
        assertThat(old.status()).isEqualTo(301);
        assertThat(old.header("Location")).contains("/m/batman-begins-2005");
        assertThat(fixture.browser.getOnce(twin).status()).isEqualTo(404);
        assertThat(fixture.browser.get("/admin/log?action=catalog-merged").text())
                .contains("Batman Begins Again (2005) into movie");
        assertThat(fixture.post(twin + "/merge", "into", batman.substring(15)).status())
                .as("again")
                .isEqualTo(404);
    }

    @Test
    void anUnknownOrTheSameItemIsNoTargetOfAMerge() {
        for (String into : List.of("movie-999999", "nonsense", "show-1", batman.substring(15), "/s/portlandia")) {
            assertThat(fixture.browser.get(batman + "/merge?into=" + into).errorOf("into"))
                    .as(into)
                    .isEqualTo("There is no such item of the same kind.");
            assertThat(fixture.post(batman + "/merge", "into", into).status())
                    .as(into)
                    .isEqualTo(404);
        }
    }

    @Test
    void anUnusedItemIsDeletedAndAUsedOneIsNot() {
        fixture.browser.get(twin() + "/delete").submit("Delete");
        assertThat(fixture.browser.text()).contains("The item is deleted.");
        assertThat(fixture.browser.getOnce("/m/batman-begins-again-2005").status())
                .isEqualTo(404);

        fixture.browser.get("/m/batman-begins-2005").submit("8");
        fixture.browser.get(batman + "/delete").submit("Delete");
        assertThat(fixture.browser.text()).contains("It was not deleted");
        assertThat(fixture.browser.get("/m/batman-begins-2005").status()).isEqualTo(200);
    }

    @Test
    void aProvisionalItemIsConfirmedForAllUsers() {
        MovieRef ref = new MovieRef(Ids.ofImdb("tt7654321"), "Holiday Film", 1999);
        fixture.server.features().catalog().findOrCreateMovies(List.of(ref));
        String page = "/admin/catalog/movie-" + id(ref);

        fixture.browser.get(page).submit("Confirm");
        assertThat(fixture.browser.text()).contains("Everybody can find it now.");
        try (PageClient ann = fixture.signIn("ann")) {
            assertThat(ann.get("/find?q=tt7654321").text()).contains("Holiday Film");
        }
        fixture.post(page + "/confirm").follow();
        assertThat(fixture.browser.text()).contains("It cannot be confirmed");
    }

    @Test
    void mergesAndDeletionsNeedThePasswordAgain() {
        String twin = twin();
        fixture.clock.pass(Duration.ofMinutes(6));
        assertThat(fixture.post(twin + "/merge", "into", batman.substring(15)).text())
                .doesNotContain("merged");
        assertThat(fixture.browser.page().select("input[name=_password]")).hasSize(1);
        assertThat(fixture.post(twin + "/delete").page().select("input[name=_password]"))
                .hasSize(1);
        assertThat(fixture.browser.get(twin).status()).isEqualTo(200);
    }

    @Test
    void otherUsersFindNothingAndChangeNothing() {
        try (PageClient ann = fixture.signIn("ann")) {
            String token = ann.get("/").page().expectFirst("input[name=_csrf]").val();
            assertThat(ann.get("/m/batman-begins-2005").page().select("a[href^=/admin]"))
                    .isEmpty();
            for (String page : List.of(
                    "/admin/catalog", "/admin/catalog/duplicates", batman, batman + "/merge", batman + "/delete")) {
                assertThat(ann.getOnce(page).status()).as(page).isEqualTo(403);
            }
            for (String form : List.of("", "/merge", "/delete", "/release", "/confirm")) {
                assertThat(ann.post(batman + form, Map.of("_csrf", token)).status())
                        .as(form)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void whatIsNoItemIsNotFound() {
        for (String item :
                List.of("movie-0", "movie-999999", "movie-1x", "list-1", "movie-99999999999999999999", "x")) {
            assertThat(fixture.browser.getOnce("/admin/catalog/" + item).status())
                    .as(item)
                    .isEqualTo(404);
        }
        assertThat(fixture.browser
                        .getOnce("/admin/catalog/duplicates?kind=person")
                        .status())
                .isEqualTo(404);
        assertThat(fixture.post(batman + "/release", "field", "shoe_size").status())
                .isEqualTo(404);
        assertThat(fixture.browser
                        .getOnce("/admin/catalog?q=one+two+three+four+five+six+seven+eight+nine+ten+eleven")
                        .status())
                .isEqualTo(422);
    }
}
