package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.browser.Browser.Setup;
import dev.spoolmark.web.PageAccounts;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.WebElement;

/// Notes, spoilers, times of plays and the order of episodes, in each form of the browser.
@BrowserTest
class ItemPagesInBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final TestServer SERVER = TestServer.start(new MutableClock());

    @AfterAll
    static void close() {
        SERVER.close();
    }

    static Stream<Arguments> setups() {
        Setup desktop = Setup.DESKTOP;
        return Stream.of(
                Arguments.of("desktop", desktop),
                Arguments.of("phone", desktop.phone()),
                Arguments.of("dark", desktop.withDarkTheme()),
                Arguments.of("plain", desktop.withoutScript()));
    }

    private static Browser open(Setup setup, String name) {
        PageAccounts.create(SERVER, name, name + "@example.org", PASSWORD);
        Browser browser = Browser.open(setup, "http://localhost:" + SERVER.port());
        browser.go("/signin?next=/");
        browser.element("#name").sendKeys(name);
        browser.element("#password").sendKeys(PASSWORD);
        browser.element("main form button").click();
        browser.element("nav .nav a[href='/progress']");
        return browser;
    }

    private static void waitFor(Browser browser, String text) {
        waitUntil(browser, page -> page.text().contains(text));
    }

    /// Reads the page again and again, since a script changes it.
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

    private static void shown(Browser browser, Setup setup, String picture) {
        if (setup.script()) {
            browser.isAccessible();
        }
        browser.picture("item-" + picture);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void aNoteAndTheTimeOfAPlayAreChangedInTheirPlace(String name, Setup setup) {
        try (Browser browser = open(setup, "notes" + name)) {
            browser.go("/settings/display");
            browser.element("#spoilers option[value=all]").click();
            browser.press("Save");
            browser.go("/s/the-walking-dead/1/1");
            assertThat(browser.text()).contains("S1 E1").doesNotContain("Days Gone Bye");
            shown(browser, setup, name + "-covered");
            browser.element("details.spoiler summary").click();
            assertThat(browser.text()).contains("Days Gone Bye");

            browser.element("#mark-this").click();
            waitFor(browser, "Marked as watched.");
            browser.element(".plays details.edit summary").click();
            browser.element(".plays input[name=unknown]").click();
            browser.element(".plays details.edit button").click();
            waitFor(browser, "Time unknown ");

            browser.element("section[data-part=note] summary").click();
            browser.element("#note-text").sendKeys("With Bob, in the rain.");
            browser.element("#save-note").click();
            waitFor(browser, "Your note is saved.");
            browser.go("/s/the-walking-dead/1/1");
            shown(browser, setup, name + "-note");
            browser.element("#delete-note").click();
            waitFor(browser, "The note was deleted.");
            undo(browser).click();
            waitFor(browser, "Undone.");
            assertThat(browser.text()).contains("With Bob, in the rain.");

            browser.go("/s/the-walking-dead");
            browser.element("#order-air-date").click();
            waitFor(browser, "The order of the episodes is saved.");
            browser.go("/s/the-walking-dead");
            shown(browser, setup, name + "-order");
            browser.hasEmptyLog();
        }
    }

    private static WebElement undo(Browser browser) {
        return browser.element("[data-undo] button");
    }
}
