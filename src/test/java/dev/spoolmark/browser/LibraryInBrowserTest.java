package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.web.library.LibraryFixture;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/// The order of a list, and the address of the calendar.
@BrowserTest
class LibraryInBrowserTest {

    private static final LibraryFixture WORLD = new LibraryFixture();

    @BeforeAll
    static void fill() {
        ShowId show = WORLD.show("Paper Boats", 12, "2013-06-15T06:30:00Z");
        MovieId movie = WORLD.movie("A Title That Is Much Longer Than Any List Would Ever Want It to Be");
        MovieId other = WORLD.movie("七つの海");
        WORLD.watch(WORLD.ann.id(), show, 1, "2013-06-20T06:30:00Z");
        WORLD.watch(WORLD.ann.id(), show, 2, "2013-06-21T06:30:00Z");
        WORLD.watch(WORLD.ann.id(), movie, "2013-06-21T09:30:00Z");
        WORLD.server.features().watchlist().addMovies(WORLD.ann.id(), List.of(other));
        WORLD.server.features().watchlist().addShows(WORLD.ann.id(), List.of(show));
        WORLD.server.features().collectionItems().addMovies(WORLD.ann.id(), List.of(movie));
        WORLD.server
                .features()
                .lists()
                .create(WORLD.ann.id(), new ListSettings("Rainy days", "For rain", Privacy.PUBLIC, true, true));
        WORLD.server.features().lists().add(WORLD.ann.id(), "rainy-days", List.<MediaId>of(movie, show, other));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static Browser signedIn(Browser.Setup setup, String page) {
        Browser browser = Browser.open(setup, "http://localhost:" + WORLD.server.port());
        browser.go("/signin?next=" + page);
        browser.element("#name").sendKeys("ann");
        browser.element("#password").sendKeys(LibraryFixture.PASSWORD);
        browser.submit("main form button[type=submit]");
        assertThat(browser.element("h1").isDisplayed()).isTrue();
        return browser;
    }

    @Test
    void aListIsOrderedWithoutScript() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP.phone().withoutScript(), "/u/ann/lists/rainy-days")) {
            browser.press("Down Paper Boats, 2010");
            assertThat(browser.text()).contains("Moved.");
            browser.press("Up Paper Boats, 2010");
            assertThat(browser.text()).contains("Moved.");
        }
    }

    @Test
    void aRangeIsSelectedWithShiftAndAnItemIsDragged() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP, "/u/ann/lists/rainy-days")) {
            List<WebElement> boxes = browser.driver().findElements(By.cssSelector("input[name=select]"));
            boxes.getFirst().click();
            new Actions(browser.driver())
                    .keyDown(Keys.SHIFT)
                    .click(boxes.getLast())
                    .keyUp(Keys.SHIFT)
                    .perform();
            assertThat(boxes).hasSize(3).allMatch(WebElement::isSelected);

            String last = boxes.getLast().getAttribute("value");
            new Actions(browser.driver())
                    .dragAndDrop(
                            browser.element("li:has(#" + last + ") [data-drag]"), browser.element("ol.list-plain > li"))
                    .perform();
            assertThat(browser.element(".notice").getText()).contains("Moved.");
            assertThat(browser.element("input[name=select]").getAttribute("value"))
                    .isEqualTo(last);
            browser.hasEmptyLog();
        }
    }

    @Test
    void theAddressOfTheCalendarIsCreatedAndRevoked() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP, "/calendar")) {
            browser.press("Create address");
            assertThat(browser.element("#address").getText()).contains("/calendar/ical/");
            browser.isAccessible();
            browser.press("To the calendar");
            browser.press("Revoke address");
            assertThat(browser.element(".notice-success").getText()).contains("was revoked");
            browser.hasEmptyLog();
        }
    }
}
