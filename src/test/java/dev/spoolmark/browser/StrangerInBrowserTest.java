package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.browser.Browser.Setup;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.web.library.LibraryFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Visitors read a public profile. A protected one is answered as one that does not exist.
@BrowserTest
class StrangerInBrowserTest {

    private static final List<String> PAGES = List.of(
            "", "/history", "/progress", "/ratings", "/watchlist", "/collection", "/lists", "/lists/rainy-days");

    private static final LibraryFixture WORLD = new LibraryFixture();
    private static final MovieId MOVIE = WORLD.movie("The Long Night");

    @BeforeAll
    static void fill() {
        for (var owner : List.of(WORLD.ann, WORLD.bob)) {
            WORLD.watch(owner.id(), MOVIE, "2013-06-20T06:30:00Z");
            WORLD.watch(owner.id(), WORLD.show("Paper Boats", 3, "2013-06-01T06:30:00Z"), 1, "2013-06-20T08:30:00Z");
            WORLD.server.features().watchlist().addMovies(owner.id(), List.of(WORLD.movie("Tomorrow")));
            var lists = WORLD.server.features().lists();
            lists.create(owner.id(), new ListSettings("Rainy days", "For rain", Privacy.PUBLIC, true, true));
            lists.add(owner.id(), "rainy-days", List.of(MOVIE));
            lists.create(owner.id(), new ListSettings("Diary", "", Privacy.PRIVATE, true, true));
        }
        WORLD.server.features().accounts().change(WORLD.bob, new AccountPatch(null, true));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static Stream<Arguments> setups() {
        Setup desktop = Setup.DESKTOP;
        return Stream.of(
                Arguments.of("desktop", desktop),
                Arguments.of("phone", desktop.phone().withDarkTheme()),
                Arguments.of("plain", desktop.withoutScript()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void aPublicProfileIsReadAndAProtectedOneDoesNotExist(String name, Setup setup) {
        try (Browser browser = Browser.open(setup, "http://localhost:" + WORLD.server.port())) {
            for (String page : PAGES) {
                browser.go("/u/ann" + page);
                assertThat(browser.text()).as(page).containsIgnoringCase("ann").doesNotContain("Diary");
                assertThat(browser.script("document.querySelectorAll('main form[method=post]').length"))
                        .as("forms of %s", page)
                        .isEqualTo("0");
                if (setup.script()) {
                    browser.isAccessible();
                }
                browser.picture("stranger-" + name + page.replace('/', '-'));
            }
            browser.go("/u/ann");
            browser.press("History");
            assertThat(browser.text()).contains("The Long Night", "Paper Boats");
            browser.press("The Long Night");
            assertThat(browser.path()).startsWith("/signin?next=%2Fm%2Fthe-long-night");
            browser.hasEmptyLog();
            nothingIsShownOfTheOther(browser);
        }
    }

    private static void nothingIsShownOfTheOther(Browser browser) {
        browser.go("/u/nobody-here");
        String nobody = browser.text();
        assertThat(nobody).contains("Page not found");
        for (String page : PAGES) {
            browser.go("/u/bob" + page);
            assertThat(browser.text()).as(page).isEqualTo(nobody);
            assertThat(browser.driver().getPageSource()).as(page).doesNotContain("Rainy", "Long Night", "Paper Boats");
        }
        browser.go("/u/ann/lists/diary");
        assertThat(browser.text()).isEqualTo(nobody);
        browser.go("/u/ann/compare");
        assertThat(browser.path()).startsWith("/signin?next=");
        browser.go("/stats");
        assertThat(browser.path()).startsWith("/signin?next=");
    }
}
