package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.web.library.LibraryFixture;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/// An evening with the keyboard alone: single keys move, mark, rate, undo, select and search.
@BrowserTest
class KeyboardInBrowserTest {

    private static final String BOXES = "main .list-plain input[type=checkbox]";
    private static final LibraryFixture WORLD = new LibraryFixture();

    private static ShowId show;
    private static MovieId movie;

    @BeforeAll
    static void fill() {
        show = WORLD.show("Paper Boats", 12, "2013-06-01T06:30:00Z");
        movie = WORLD.movie("The Long Dune");
        WORLD.watch(WORLD.ann.id(), show, 1, "2013-06-20T06:30:00Z");
        for (int number = 1; number <= 9; number++) {
            WORLD.watch(WORLD.bob.id(), show, number, "2013-06-2" + number / 3 + "T06:30:00Z");
        }
        WORLD.server.features().watchlist().addMovies(WORLD.ann.id(), List.of(movie));
        WORLD.server.features().watchlist().addShows(WORLD.ann.id(), List.of(show));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static Browser signedIn(Browser.Setup setup, String name, String page) {
        Browser browser = Browser.open(setup, "http://localhost:" + WORLD.server.port());
        browser.go("/signin?next=" + page);
        browser.element("#name").sendKeys(name);
        browser.element("#password").sendKeys(LibraryFixture.PASSWORD);
        browser.submit("main form button[type=submit]");
        return browser;
    }

    private static void press(Browser browser, CharSequence... keys) {
        for (CharSequence key : keys) {
            new Actions(browser.driver()).sendKeys(key).perform();
        }
    }

    private static void waitFor(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
        }
    }

    private static String script(Browser browser, String expression) {
        return String.valueOf(browser.driver().executeScript("return String(" + expression + ")"));
    }

    private static String focused(Browser browser) {
        return script(browser, "document.activeElement.closest('.item-card, li')?.textContent ?? ''");
    }

    private static List<PlayEntry> plays(MediaId item) {
        return WORLD.server
                .features()
                .playAdditions()
                .of(WORLD.server.features().profileAccess().self(WORLD.ann), item, 9);
    }

    @Test
    void anEveningWithSingleKeys() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP, "ann", "/")) {
            press(browser, "j");
            assertThat(focused(browser)).contains("Paper Boats").contains("Episode 2");
            assertThat(script(browser, "document.activeElement.matches(':focus-visible')"))
                    .isEqualTo("true");
            press(browser, "w");
            waitFor("the next episode slides in", () -> focused(browser).contains("Episode 3"));
            assertThat(plays(WORLD.episode(show, 2))).hasSize(1);
            press(browser, "u");
            waitFor("the play is gone", () -> plays(WORLD.episode(show, 2)).isEmpty());
            waitFor("undone", () -> browser.text().contains("Undone."));

            press(browser, "g", "w");
            waitFor("the watchlist", () -> browser.path().equals("/watchlist"));
            press(browser, "j", "j", "k");
            String first = focused(browser);
            press(browser, "x");
            assertThat(browser.element("input[name=select]").isSelected()).isTrue();
            press(browser, "j");
            assertThat(focused(browser)).isNotEqualTo(first);
            press(browser, first.contains("Dune") ? "k" : "j", "r", "9");
            waitFor("rated", () -> browser.driver().getPageSource().contains("rating"));
            press(browser, first.contains("Dune") ? "j" : "k");

            press(browser, "/");
            assertThat(script(browser, "document.activeElement.id")).isEqualTo("top-search");
            press(browser, "w?gh");
            assertThat(script(browser, "document.activeElement.value")).isEqualTo("w?gh");
            press(browser, Keys.ESCAPE, Keys.ESCAPE);
            press(browser, "g", "p");
            waitFor("progress", () -> browser.path().equals("/progress"));
            press(browser, "j", Keys.ENTER);
            waitFor("the show", () -> browser.path().equals("/s/paper-boats"));
            press(browser, "r", "0");
            waitFor("rated", () -> browser.driver().getPageSource().contains("Your rating: 10 of 10"));
            browser.hasEmptyLog();
        }
    }

    @Test
    void aQuestionMarkShowsTheShortcuts() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP, "bob", "/")) {
            press(browser, "?");
            assertThat(browser.element("dialog[open] h2").getText()).isEqualTo("Keyboard shortcuts");
            browser.isAccessible();
            browser.picture("keyboard-dialog");
            press(browser, "g", "p", Keys.ESCAPE);
            assertThat(script(browser, "document.querySelector('dialog[open]')"))
                    .isEqualTo("null");
            assertThat(browser.path()).isEqualTo("/");
            browser.go("/keyboard");
            browser.isAccessible();
            browser.picture("keyboard");
            browser.hasEmptyLog();
        }
    }

    @Test
    void keysWithModifiersDoNothingAndOtherLayoutsHaveThePlacesOfLetters() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP, "bob", "/history")) {
            new Actions(browser.driver())
                    .keyDown(Keys.ALT)
                    .sendKeys("j")
                    .keyUp(Keys.ALT)
                    .perform();
            assertThat(script(browser, "document.activeElement.localName")).isEqualTo("body");
            browser.driver()
                    .executeScript(
                            "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'о', code: 'KeyJ', bubbles: true}))");
            assertThat(focused(browser)).contains("Paper Boats");
            browser.driver()
                    .executeScript(
                            "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', isComposing: true, bubbles: true}))");
            browser.hasEmptyLog();
        }
    }

    @Test
    void singleKeysDoNothingWhenTheSettingIsOff() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP, "bob", "/settings/display")) {
            browser.element("#keyboard").click();
            browser.press("Save");
            browser.go("/history");
            press(browser, "j", "?", "g", "h");
            assertThat(script(browser, "document.activeElement.localName")).isEqualTo("body");
            assertThat(browser.path()).isEqualTo("/history");
            browser.go("/settings/display");
            browser.element("#keyboard").click();
            browser.press("Save");
            browser.hasEmptyLog();
        }
    }

    @Test
    void aRangeIsSelectedDeletedAndBackWithOneUndo() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP, "bob", "/history")) {
            List<WebElement> boxes = browser.driver().findElements(By.cssSelector(BOXES));
            boxes.get(1).click();
            new Actions(browser.driver())
                    .keyDown(Keys.SHIFT)
                    .click(boxes.get(5))
                    .keyUp(Keys.SHIFT)
                    .perform();
            assertThat(browser.element("[data-selected]").getText()).isEqualTo("5 selected");
            browser.press("All shown");
            assertThat(browser.element("[data-selected]").getText()).isEqualTo("9 selected");
            browser.press("None");
            press(browser, "j", "x", "j", "j");
            new Actions(browser.driver())
                    .keyDown(Keys.SHIFT)
                    .sendKeys("x")
                    .keyUp(Keys.SHIFT)
                    .perform();
            assertThat(browser.element("[data-selected]").getText()).isEqualTo("3 selected");
            browser.picture("history-selected");
            browser.isAccessible();
            browser.driver().executeScript("window.kept = true; window.scrollTo(0, 300)");
            browser.element(".selection .button-danger").click();
            waitFor(
                    "deleted",
                    () -> script(browser, "document.querySelectorAll('" + BOXES + "').length")
                            .equals("6"));
            assertThat(script(browser, "window.kept")).isEqualTo("true");
            assertThat(script(browser, "document.activeElement.closest('[data-part]') !== null"))
                    .isEqualTo("true");
            browser.picture("history-deleted");
            press(browser, "u");
            waitFor(
                    "back",
                    () -> script(browser, "document.querySelectorAll('" + BOXES + "').length")
                            .equals("9"));
            assertThat(script(browser, "window.kept")).isEqualTo("true");
            browser.hasEmptyLog();
        }
    }
}
