package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.web.library.LibraryFixture;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Statistics and the review of a year, in each form of the browser.
@BrowserTest
class StatisticsInBrowserTest {

    private static final LibraryFixture WORLD = new LibraryFixture();

    @BeforeAll
    static void fill() {
        ShowId show = WORLD.show("Paper Boats", 60, "2012-01-01T06:30:00Z");
        ShowId other = WORLD.show("مدينة الضوء", 20, "2012-01-01T06:30:00Z");
        Instant start = Instant.parse("2012-11-02T03:10:00Z");
        for (int i = 0; i < 60; i++) {
            String at = start.plusSeconds(i * 92_000L * (1 + i % 4)).toString();
            WORLD.watch(WORLD.ann.id(), show, i + 1, at);
        }
        for (int i = 0; i < 20; i++) {
            WORLD.watch(
                    WORLD.ann.id(),
                    other,
                    i + 1,
                    start.plusSeconds(i * 777_000L).toString());
        }
        for (String title :
                List.of("A Title That Is Much Longer Than Any List Would Ever Want It to Be", "七つの海", "Dune")) {
            MovieId movie = WORLD.movie(title);
            WORLD.watch(WORLD.ann.id(), movie, "2013-06-20T06:30:00Z");
            WORLD.server
                    .features()
                    .ratings()
                    .rate(WORLD.ann.id(), List.of(new RatingChange(movie, new Score(4 + title.length() % 6))));
        }
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static Stream<Arguments> setups() {
        Browser.Setup desktop = Browser.Setup.DESKTOP;
        return Stream.of(
                Arguments.of("desktop", desktop),
                Arguments.of("phone", desktop.phone()),
                Arguments.of("dark", desktop.withDarkTheme()),
                Arguments.of("german", desktop.phone().in("de")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void rendersWithoutAccessibilityViolations(String name, Browser.Setup setup) {
        try (Browser browser = Browser.open(setup, "http://localhost:" + WORLD.server.port())) {
            browser.go("/signin?next=/stats");
            browser.element("#name").sendKeys("ann");
            browser.element("#password").sendKeys(LibraryFixture.PASSWORD);
            browser.submit("main form button[type=submit]");
            assertThat(browser.element("h1").isDisplayed()).isTrue();
            for (String page : List.of("/stats", "/stats/2013", "/stats/2013/06", "/stats/2013/review")) {
                browser.go(page);
                browser.isAccessible();
                browser.picture(name + page.replace('/', '-'));
                browser.driver().executeScript("window.scrollTo(0, 850)");
                browser.picture(name + page.replace('/', '-') + "-below");
            }
            browser.go("/stats");
            browser.driver().executeScript("document.documentElement.dir = 'rtl'; window.scrollTo(0, 850)");
            browser.isAccessible();
            browser.picture(name + "-stats-rtl");
            browser.hasEmptyLog();
        }
    }
}
