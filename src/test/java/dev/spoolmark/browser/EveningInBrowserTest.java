package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.browser.Browser.Setup;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.library.LibraryFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/// A whole evening in each form of the browser: search, add, watch three episodes, undo one, rate, comment with a
/// spoiler, look at the calendar, order a list.
@BrowserTest
class EveningInBrowserTest {

    private static final LibraryFixture WORLD = new LibraryFixture();

    private static MovieId first;
    private static MovieId second;

    @BeforeAll
    static void fill() {
        WORLD.show("Paper Boats", 14, "2013-06-15T19:00:00Z");
        first = WORLD.movie("The First Snow");
        second = WORLD.movie("مدينة الضوء");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static Stream<Arguments> setups() {
        Setup desktop = Setup.DESKTOP;
        return Stream.of(
                Arguments.of("desktop", desktop),
                Arguments.of("phone", desktop.phone()),
                Arguments.of("dark", desktop.withDarkTheme()),
                Arguments.of("rtl", desktop.phone().fromRightToLeft()),
                Arguments.of("still", desktop.withReducedMotion()),
                Arguments.of("plain", desktop.withoutScript()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void aWholeEvening(String name, Setup setup) {
        String user = "evening-" + name;
        PageAccounts.create(WORLD.server, user, null, LibraryFixture.PASSWORD);
        try (Browser browser = Browser.signIn(setup, WORLD.server.port(), user, LibraryFixture.PASSWORD, "/")) {
            searchAndAdd(browser);
            watchThreeAndUndoOne(browser);
            shown(browser, setup, name + "-home");
            rateAndComment(browser);
            shown(browser, setup, name + "-show");
            browser.go("/calendar");
            assertThat(browser.text()).contains("Paper Boats");
            assertThat(browser.driver().findElements(By.cssSelector(".calendar li.watched")))
                    .hasSize(2);
            browser.go("/calendar/agenda");
            assertThat(browser.text()).contains("Paper Boats", "S1 E11");
            orderList(browser, setup, user);
            shown(browser, setup, name + "-list");
            browser.hasEmptyLog();
        }
    }

    private static void shown(Browser browser, Setup setup, String picture) {
        if (setup.script()) {
            browser.isAccessible();
            assertThat(browser.script("document.documentElement.dir")).isEqualTo(setup.rightToLeft() ? "rtl" : "ltr");
        }
        browser.picture("evening-" + picture);
    }

    private static void searchAndAdd(Browser browser) {
        browser.element("#top-search").sendKeys("paper boats\n");
        browser.waitFor("Paper Boats");
        browser.element("[data-part=results] form[action$=watchlist] button").click();
        browser.waitUntil(
                "on the watchlist",
                () -> browser.script("document.querySelector('[data-part=results] .item-marks')?.textContent")
                        .contains("on watchlist"));
        browser.element("main .item-link").click();
        browser.waitFor("Season 1");
    }

    private static void watchThreeAndUndoOne(Browser browser) {
        browser.element(".cell[href$='/1/1']").click();
        browser.waitFor("Episode 1");
        browser.element("#mark-this").click();
        browser.waitFor("Marked as watched.");
        browser.go("/");
        watchNext(browser, "Episode 2", WebElement::click);
        watchNext(browser, "Episode 3", button -> button.sendKeys(Keys.ENTER));
        browser.element("[data-undo] form[action$='/track/undo'] button").click();
        browser.waitFor("Undone.");
        assertThat(upNext(browser)).contains("Episode 3");
    }

    private interface Press {
        void on(WebElement button);
    }

    /// Presses *watched* on the first card, and waits until the next episode is there.
    private static void watchNext(Browser browser, String title, Press press) {
        browser.waitUntil(title + " is next", () -> upNext(browser).contains(title));
        press.on(browser.element("section[aria-labelledby=up_next] .watched button"));
        browser.waitUntil("the one after " + title, () -> !upNext(browser).contains(title));
    }

    private static String upNext(Browser browser) {
        return browser.element("section[aria-labelledby=up_next]").getText();
    }

    private static void rateAndComment(Browser browser) {
        browser.go("/s/paper-boats");
        browser.element("#score-8").click();
        browser.waitFor("Your rating: 8 of 10");
        browser.element("#text-new").sendKeys("Everybody sails. [spoiler]Nearly.[/spoiler]");
        browser.element("form:has(#text-new) button").click();
        browser.waitFor("Everybody sails.");
        browser.go("/s/paper-boats"); // without the message, which covers a part of the page for ten seconds
        assertThat(browser.script("document.querySelector('.comment-text details.spoiler').open"))
                .isEqualTo("false");
    }

    private static void orderList(Browser browser, Setup setup, String user) {
        browser.go("/s/paper-boats");
        browser.element("details.lists summary").click();
        browser.element("#new-list").sendKeys("Tonight");
        browser.element("details.lists form > button").click();
        browser.waitUntil("the list", () -> browser.driver().getPageSource().contains("On 1 list"));
        WORLD.server
                .features()
                .lists()
                .add(WORLD.server.features().accounts().get(user).id(), "tonight", List.of(first, second));
        browser.go("/u/" + user + "/lists/tonight");
        List<String> before = titles(browser);
        assertThat(before).containsExactlyInAnyOrder("Paper Boats", "The First Snow", "مدينة الضوء");
        if (setup.script() && setup.width() == Setup.DESKTOP.width()) {
            drag(browser, before);
        }
        browser.go("/u/" + user + "/lists/tonight");
        List<String> dragged = titles(browser);
        WebElement place =
                browser.driver().findElements(By.cssSelector("input.place")).getLast();
        place.clear();
        place.sendKeys("1", Keys.TAB);
        browser.keys(Keys.ENTER);
        browser.waitUntil(
                "the last one is first", () -> titles(browser).getFirst().equals(dragged.getLast()));
        browser.driver()
                .findElements(By.cssSelector("button[value^='down:']"))
                .getFirst()
                .sendKeys(Keys.ENTER);
        browser.waitUntil("it is second", () -> titles(browser).get(1).equals(dragged.getLast()));
    }

    private static void drag(Browser browser, List<String> before) {
        WebElement last =
                browser.driver().findElements(By.cssSelector("[data-drag]")).getLast();
        new Actions(browser.driver())
                .dragAndDrop(last, browser.element("ol.list-plain > li"))
                .perform();
        browser.waitUntil("dragged to the top", () -> titles(browser).getFirst().equals(before.getLast()));
    }

    private static List<String> titles(Browser browser) {
        return browser.driver().findElements(By.cssSelector("ol.list-plain .item-line strong")).stream()
                .map(WebElement::getText)
                .toList();
    }
}
