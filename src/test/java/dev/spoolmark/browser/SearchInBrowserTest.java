package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.browser.Browser.Setup;
import dev.spoolmark.metadata.StubTvmaze;
import dev.spoolmark.web.PageAccounts;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/// The search box with the keyboard, and titles at a source that come while a user types.
@BrowserTest
class SearchInBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final StubTvmaze TVMAZE = new StubTvmaze();
    private static final TestServer SERVER = TestServer.start(new MutableClock(), TVMAZE.settings());

    @BeforeAll
    static void recordSearch() {
        TVMAZE.server.on("/search/shows?q=thrones", "[{\"score\":1,\"show\":" + StubTvmaze.recordedShow() + "}]");
    }

    @AfterAll
    static void close() {
        SERVER.close();
        TVMAZE.close();
    }

    static Stream<Arguments> setups() {
        Setup desktop = Setup.DESKTOP;
        return Stream.of(
                Arguments.of("desktop", desktop),
                Arguments.of("phone", desktop.phone()),
                Arguments.of("dark", desktop.withDarkTheme()));
    }

    private static Browser open(Setup setup, String name) {
        PageAccounts.create(SERVER, name, name + "@example.org", PASSWORD);
        Browser browser = Browser.open(setup, "http://localhost:" + SERVER.port());
        browser.go("/signin?next=/");
        browser.element("#name").sendKeys(name);
        browser.element("#password").sendKeys(PASSWORD);
        browser.submit("main form button[type=submit]");
        return browser;
    }

    private static void waitUntil(Browser browser, Predicate<Document> condition) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        Document page = read(browser);
        while (!condition.test(page)) {
            assertThat(System.nanoTime()).as("still %s", page.text()).isLessThan(until);
            page = read(browser);
        }
    }

    private static Document read(Browser browser) {
        return Jsoup.parse(Objects.requireNonNull(browser.driver().getPageSource()));
    }

    private static void waitForOptions(Browser browser) {
        waitUntil(browser, page -> page.select("[role=option]").size() > 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void theBoxIsUsedWithTheKeyboard(String name, Setup setup) {
        try (Browser browser = open(setup, "keys" + name)) {
            browser.go("/");
            browser.element("body").sendKeys("/");
            WebElement box = browser.driver().switchTo().activeElement();
            assertThat(box.getAttribute("id")).isEqualTo("top-search");
            box.sendKeys("walkng"); // with a typing error
            waitForOptions(browser);
            assertThat(box.getAttribute("aria-expanded")).isEqualTo("true");
            box.sendKeys(Keys.ARROW_DOWN);
            String active = box.getAttribute("aria-activedescendant");
            assertThat(browser.element("#" + active).getText()).contains("The Walking Dead", "Show");
            browser.isAccessible();
            browser.picture("search-" + name + "-suggestions");

            box.sendKeys(Keys.ESCAPE);
            assertThat(read(browser).select("[role=option]")).isEmpty();
            assertThat(box.getAttribute("value")).isEqualTo("walkng");
            box.sendKeys(" d");
            waitForOptions(browser);
            box.sendKeys(Keys.ARROW_UP);
            assertThat(browser.element("[aria-selected=true]").getText()).isEqualTo("All results");
            box.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER);
            waitUntil(browser, page -> page.text().contains("Season 1"));
            assertThat(browser.path()).isEqualTo("/s/the-walking-dead");
            browser.hasEmptyLog();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void titlesOfTheSourceFollowTheTextAndOneIsAdded(String name, Setup setup) {
        try (Browser browser = open(setup, "type" + name)) {
            browser.go("/find");
            browser.element("#q").sendKeys("batman");
            waitUntil(browser, page -> page.text().contains("Batman Begins"));
            browser.element("[data-part=results] form[action$=watchlist] button")
                    .click();
            waitUntil(
                    browser,
                    page -> page.select("[data-part=results] .item-marks")
                            .text()
                            .contains("on watchlist"));
            browser.isAccessible();
            browser.picture("search-" + name + "-results");

            browser.go("/find");
            browser.element("#q").sendKeys("thrones");
            waitUntil(browser, page -> page.select("[data-part=sources]").text().contains("Game of Thrones"));
            assertThat(browser.path()).isEqualTo("/find?q=thrones");
            browser.isAccessible();
            browser.picture("search-" + name + "-sources");
            browser.element("[data-part=sources] li form button, [data-part=sources] li a")
                    .click();
            waitUntil(browser, page -> page.text().contains("Season 1"));
            assertThat(browser.path()).startsWith("/s/game-of-thrones");
            browser.hasEmptyLog();
        }
    }
}
