package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.browser.Browser.Setup;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.library.LibraryFixture;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A binge: up to an episode, a whole season with one undo, and a rewatch that does not lose the first run.
@BrowserTest
class BingeInBrowserTest {

    private static final LibraryFixture WORLD = new LibraryFixture();
    private static final ShowId SHOW = WORLD.show("Paper Boats", 12, "2013-06-01T06:30:00Z");

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
    void aSeasonIsWatchedUndoneAndWatchedAgain(String name, Setup setup) {
        PageAccounts.create(WORLD.server, "binge-" + name, null, LibraryFixture.PASSWORD);
        try (Browser browser = Browser.signIn(
                setup, WORLD.server.port(), "binge-" + name, LibraryFixture.PASSWORD, "/s/paper-boats/1")) {
            press(browser, "#up-to-episode-" + WORLD.episode(SHOW, 5).value());
            browser.waitFor("5 episodes marked as watched.");
            WORLD.clock.pass(Duration.ofMinutes(1));
            browser.go("/s/paper-boats");
            assertThat(browser.text()).contains("5 of 12 watched");
            press(browser, "form.watched button[id^=watched-season]");
            browser.waitFor("7 episodes marked as watched.");
            browser.waitFor("12 of 12 watched");
            browser.picture("binge-" + name + "-season");

            press(browser, "[data-undo] form[action$='/track/undo'] button");
            browser.waitFor("5 of 12 watched");
            assertThat(historyOf(name)).isEqualTo(5);

            browser.go("/s/paper-boats");
            press(browser, "#mark-show");
            browser.waitFor("12 of 12 watched");
            browser.go("/");
            assertThat(browser.script("document.getElementById('up_next')")).isEqualTo("null");
            WORLD.clock.pass(Duration.ofDays(1));
            rewatch(browser, name);
            browser.hasEmptyLog();
        }
    }

    private static void rewatch(Browser browser, String name) {
        browser.go("/s/paper-boats");
        press(browser, "#rewatch-show-" + SHOW.value());
        browser.waitFor("Run 2: 0 of 12");
        WORLD.clock.pass(Duration.ofMinutes(1));
        browser.go("/");
        browser.waitFor("Run 2: 0 of 12");
        press(browser, "section[aria-labelledby=up_next] .watched button");
        browser.waitFor("Run 2: 1 of 12");
        browser.picture("binge-" + name + "-rewatch");
        browser.go("/progress");
        assertThat(browser.text()).contains("Run 2: 1 of 12");
        assertThat(historyOf(name)).as("plays of both runs").isEqualTo(13);

        browser.go("/");
        press(browser, "section[aria-labelledby=up_next] .watched button");
        browser.waitFor("Run 2: 2 of 12");
        press(browser, "[data-undo] form[action$='/track/undo'] button");
        browser.waitFor("Run 2: 1 of 12");
        browser.go("/s/paper-boats");
        press(browser, "#end-show-" + SHOW.value());
        browser.waitFor("12 of 12 watched");
        assertThat(historyOf(name)).isEqualTo(13);
    }

    private static void press(Browser browser, String css) {
        browser.element(css).click();
    }

    private static long historyOf(String name) {
        long user = WORLD.server.features().accounts().get("binge-" + name).id().value();
        return WORLD.database
                .read(tx -> tx.findFirst("SELECT count(*) FROM play WHERE user_id = ?", row -> row.getLong(1), user))
                .orElseThrow();
    }
}
