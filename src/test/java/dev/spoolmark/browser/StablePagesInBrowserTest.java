package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.web.PageAccounts;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// While a page loads nothing on it moves, and nothing comes from other hosts.
@BrowserTest
class StablePagesInBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final TestServer SERVER = TestServer.start(InstantSource.system());

    /// Rounding moves a page by a part of a pixel on some screens.
    private static final double BELOW_A_PIXEL = 0.001;

    /// The sum of the layout shifts after two more frames.
    private static final String SHIFTS = """
            const done = arguments[0];
            let sum = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
                .observe({type: 'layout-shift', buffered: true});
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(String(sum)), 0)));
            """;

    @BeforeAll
    static void createUser() {
        PageAccounts.create(SERVER, "ann", null, PASSWORD);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    static Stream<Arguments> setups() {
        Browser.Setup desktop = Browser.Setup.DESKTOP;
        return Stream.of(Arguments.of("desktop", desktop), Arguments.of("phone", desktop.phone()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void nothingMovesAndNothingComesFromOtherHosts(String name, Browser.Setup setup) {
        try (Browser browser = Browser.open(setup, "http://localhost:" + SERVER.port())) {
            browser.go("/signin?next=/s/the-walking-dead/1/1");
            browser.element("#name").sendKeys("ann");
            browser.element("#password").sendKeys(PASSWORD);
            browser.submit("main form button[type=submit]");
            browser.element("#mark-this").click();
            assertThat(browser.element(".toast").isDisplayed()).isTrue();
            for (String page :
                    List.of("/", "/history", "/progress", "/s/the-walking-dead", "/find?q=walking", "/offline")) {
                browser.go(page);
                String shifts = String.valueOf(browser.driver().executeAsyncScript(SHIFTS));
                assertThat(Double.parseDouble(shifts)).as(page).isLessThan(BELOW_A_PIXEL);
                assertThat(String.valueOf(browser.driver()
                                .executeScript("return performance.getEntriesByType('resource')"
                                        + ".map(entry => new URL(entry.name).origin)"
                                        + ".filter(origin => origin !== location.origin).join()")))
                        .as(page)
                        .isEmpty();
            }
            browser.hasEmptyLog();
        }
    }
}
