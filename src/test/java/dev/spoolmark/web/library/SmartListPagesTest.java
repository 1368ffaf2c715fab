package dev.spoolmark.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.web.PageClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists by rules on pages.
class SmartListPagesTest {

    private final LibraryFixture world = new LibraryFixture();
    private final PageClient browser = world.browser;

    @BeforeEach
    void fill() {
        world.server
                .features()
                .watchlist()
                .addMovies(world.ann.id(), List.of(world.movie("Anchor"), world.movie("Zebra")));
        world.watch(world.ann.id(), world.movie("Zebra"), "2013-06-01T12:00:00Z");
        world.server.features().watchlist().addMovies(world.ann.id(), List.of(world.movie("Zebra")));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> titles() {
        return browser.page().select("main ol > li .item-line strong").eachText();
    }

    private void create(String privacy) {
        browser.get("/smartlists")
                .submit("Save", "name", "To see", "privacy", privacy, "seen", "unwatched", "order", "title");
    }

    @Test
    void rulesArePreviewedSavedAndChanged() {
        world.counted("/smartlists").isWellFormed();
        browser.submit("Preview", "seen", "unwatched");
        assertThat(browser.isWellFormed().text()).contains("These rules find 1 title.", "Anchor");
        browser.submit("Save", "name", "To see", "privacy", "private");
        assertThat(browser.path()).startsWith("/u/ann/lists/to-see");
        assertThat(titles()).containsExactly("Anchor");
        assertThat(browser.isWellFormed().text()).contains("Choose from: Watchlist", "Not watched", "1 title");

        world.counted("/u/ann/lists/to-see/rules").isWellFormed();
        assertThat(browser.page().expectFirst("#seen option[selected]").val()).isEqualTo("unwatched");
        browser.submit("Save", "seen", "", "order", "title");
        assertThat(browser.text()).contains("The list was changed.");
        assertThat(titles()).containsExactly("Anchor", "Zebra");
        world.counted("/u/ann/lists/to-see");
        assertThat(browser.get("/lists").text()).contains("To see", "by rules");
    }

    @Test
    void wrongRulesAreExplained() {
        browser.get("/smartlists")
                .submit("Save", "name", "", "year_from", "12", "limit", "501", "everyone", "11", "seen", "maybe");

        assertThat(browser.status()).isEqualTo(422);
        for (String field : List.of("name", "year_from", "limit", "everyone", "seen")) {
            assertThat(browser.errorOf(field)).as(field).isNotBlank();
        }
        world.post("/smartlists", "name", "Nothing", "privacy", "private", "order", "rank", "limit", "5");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.errorOf("movie")).isNotBlank();
        assertThat(browser.errorOf("from_watchlist")).isNotBlank();
        assertThat(browser.errorOf("order")).isNotBlank();
    }

    @Test
    void othersSeeConfirmedItemsOfAPublicListOnly() {
        MovieId secret = world.server
                .features()
                .catalog()
                .findOrCreateMovies(List.of(CatalogFixture.movieRef("Home Video", 2001)))
                .values()
                .iterator()
                .next();
        world.server.features().watchlist().addMovies(world.ann.id(), List.of(secret));
        create("public");
        assertThat(titles()).containsExactly("Anchor", "Home Video");

        try (PageClient visitor = new PageClient(world.server.port())) {
            visitor.get("/u/ann/lists/to-see").isWellFormed();
            assertThat(visitor.text()).contains("Anchor", "1 title").doesNotContain("Home Video", "Choose from");
            assertThat(visitor.get("/u/ann/lists/to-see/rules").path()).startsWith("/signin");
        }
    }

    @Test
    void othersCannotSeeOrChangeTheRulesOfAPrivateList() {
        create("private");
        PageClient bob = world.signIn("bob");
        String token = bob.get("/lists").page().expectFirst("input[name=_csrf]").val();

        assertThat(bob.get("/u/ann/lists/to-see").status()).isEqualTo(404);
        assertThat(bob.get("/u/ann/lists/to-see/rules").status()).isEqualTo(404);
        assertThat(bob.post("/u/ann/lists/to-see/rules", Map.of("_csrf", token, "do", "save"))
                        .status())
                .isEqualTo(404);
        bob.close();
    }

    @Test
    void itemsCannotBeAddedByHand() {
        create("private");

        world.post("/u/ann/lists/to-see/items", "do", "remove", "select", "movie-1")
                .follow();
        assertThat(browser.text()).contains("Nothing was selected");
        assertThat(browser.get("/u/ann/lists/to-see").page().select("main input[type=checkbox]"))
                .isEmpty();
        assertThat(browser.get("/u/ann/lists/to-see?page=x").status()).isEqualTo(422);
        assertThat(browser.get("/u/ann/lists/to-see?page=99").isWellFormed().status())
                .isEqualTo(200);
    }

    @Test
    void germanTextsAreUsed() {
        assertThat(browser.in("de").get("/smartlists").isWellFormed().text()).contains("Neue Liste nach Regeln");
    }
}
