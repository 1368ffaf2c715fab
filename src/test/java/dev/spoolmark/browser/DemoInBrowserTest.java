package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.app.demo.DemoServer;
import dev.spoolmark.browser.Browser.Setup;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/// The demo can be lived in with the keyboard alone, and without scripts.
@BrowserTest
class DemoInBrowserTest {

    private static final int MAX_TABS = 150;
    private static final TestServer SERVER = DemoServer.start(InstantSource.system());
    private static final String BASE = "http://localhost:" + SERVER.port();

    /// Whether the focused element has an outline, is on the screen, and is not covered (WCAG 2.2, 2.4.11).
    private static final String FOCUS_IS_VISIBLE = """
            (() => {
              const focused = document.activeElement;
              const box = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
              const shows = (x, y) => {
                const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
                return at && (focused.contains(at) || at.contains(focused));
              };
              const isThere = box.width <= 1 || [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].some(at => shows(...at));
              return focused !== document.body && isThere && getComputedStyle(focused).outlineStyle !== 'none';
            })()""";

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void aDayWithTheKeyboardAlone() {
        try (Browser browser = Browser.open(Setup.DESKTOP, BASE)) {
            browser.go("/signin");
            tabTo(browser, "#name");
            browser.keys("justin", Keys.TAB, DemoServer.PASSWORD, Keys.ENTER);
            browser.waitUntil("home", () -> browser.path().equals("/"));
            help(browser);
            markAndUndo(browser);
            menu(browser);
            searchRateAndComment(browser);
            select(browser);
            browser.hasEmptyLog();
        }
    }

    private static void help(Browser browser) {
        browser.keys("?");
        browser.waitUntil("the shortcuts", () -> isThere(browser, "dialog[open]"));
        assertThat(browser.script("document.activeElement.closest('dialog') !== null"))
                .isEqualTo("true");
        browser.keys(Keys.ESCAPE);
        browser.waitUntil("closed", () -> !isThere(browser, "dialog[open]"));
    }

    private static void markAndUndo(Browser browser) {
        browser.keys("j");
        isFocusVisible(browser);
        String before = focused(browser);
        browser.keys("w");
        browser.waitUntil("the next episode", () -> !focused(browser).equals(before) && hasFocus(browser));
        isFocusVisible(browser);
        browser.keys("u");
        browser.waitFor("Undone.");
        String episode = before.lines()
                .filter(line -> line.matches("S\\d+ E\\d+.*"))
                .findFirst()
                .orElseThrow();
        browser.waitUntil("the episode is back", () -> browser.text().contains(episode));
        assertThat(hasFocus(browser)).as("the focus after undo").isTrue();
        tabTo(browser, "[aria-labelledby=up_next] .item-card details summary");
        browser.keys(Keys.ENTER, Keys.TAB, Keys.ENTER);
        browser.waitFor("The show is pinned.");
        assertThat(hasFocus(browser)).as("the focus after a button of a menu").isTrue();
    }

    private static void menu(Browser browser) {
        browser.keys("g", "h");
        browser.waitUntil("home", () -> browser.path().equals("/"));
        tabTo(browser, ".nav-more summary");
        browser.keys(Keys.ENTER, Keys.TAB, Keys.ESCAPE);
        assertThat(browser.script("document.activeElement.matches('.nav-more summary')"))
                .isEqualTo("true");
        assertThat(isThere(browser, ".nav-more details[open]")).isFalse();
        browser.keys(Keys.ENTER);
        tabTo(browser, ".nav-more a[href='/stats']");
        browser.keys(Keys.ENTER);
        browser.waitUntil("statistics", () -> browser.path().equals("/stats"));
        tabTo(browser, "main details summary");
        browser.keys(Keys.ENTER);
        assertThat(isThere(browser, "main details[open] table")).isTrue();
    }

    private static void searchRateAndComment(Browser browser) {
        browser.keys("/", "spaced");
        browser.waitUntil("suggestions", () -> isThere(browser, "[role=option]"));
        browser.keys(Keys.ARROW_DOWN, Keys.ENTER);
        browser.waitUntil("the show", () -> browser.path().equals("/s/spaced"));
        browser.keys("r", "9");
        browser.waitFor("Your rating: 9 of 10");
        tabTo(browser, "#text-new");
        browser.keys("The flat is the best actor.", Keys.TAB, " ", Keys.TAB);
        assertThat(browser.element("#spoiler-new").isSelected()).isTrue();
        isFocusVisible(browser);
        browser.keys(Keys.ENTER);
        browser.waitFor("Your comment is saved.");
        assertThat(hasFocus(browser)).as("the focus after a comment").isTrue();
        tabTo(browser, "details.lists summary");
        browser.keys(Keys.ENTER);
        tabTo(browser, "#new-list");
        browser.keys("By keys", Keys.TAB, Keys.ENTER);
        browser.waitFor("On 1 list");
    }

    private static void select(Browser browser) {
        browser.keys("g", "p");
        browser.waitUntil("progress", () -> browser.path().startsWith("/progress"));
        browser.keys("j", "x", "j", "j");
        new Actions(browser.driver())
                .keyDown(Keys.SHIFT)
                .sendKeys("x")
                .keyUp(Keys.SHIFT)
                .perform();
        browser.waitFor("3 selected");
        isFocusVisible(browser);
        tabBackTo(browser, ".selection button[value=hide]");
        browser.keys(Keys.ENTER);
        browser.waitFor("3 shows are no longer among the next episodes.");
        browser.keys("u");
        browser.waitFor("Undone.");
        browser.keys("g", "r");
        browser.waitUntil("history", () -> browser.path().startsWith("/history"));
        browser.keys("j");
        isFocusVisible(browser);
        tabTo(browser, "main li details.edit summary");
        browser.keys(Keys.ENTER);
    }

    @Test
    void aDayWithoutScript() {
        try (Browser browser = Browser.open(Setup.DESKTOP.phone().withoutScript(), BASE)) {
            browser.go("/signin");
            browser.press("Sign in as Amara Okafor");
            assertThat(browser.path()).isEqualTo("/");
            browser.submit("section[aria-labelledby=up_next] .watched button");
            assertThat(browser.text()).contains("Marked as watched.");
            browser.submit("[data-undo] form[action$='/track/undo'] button");
            assertThat(browser.text()).contains("Undone.");
            searchAndWrite(browser);
            changeHistory(browser);
            arrangeList(browser);
            lookAround(browser);
            browser.signOut();
            assertThat(browser.path()).startsWith("/signin");
            browser.hasEmptyLog();
        }
    }

    private static void searchAndWrite(Browser browser) {
        browser.element("#top-search").sendKeys("spaced", Keys.ENTER);
        browser.waitFor("Spaced");
        browser.submit("[data-part=results] form[action$=watchlist] button");
        assertThat(browser.text()).contains("on watchlist");
        browser.submit("[data-part=results] .item-link");
        browser.submit("#score-7");
        assertThat(browser.text()).contains("Your rating: 7 of 10");
        browser.element("#text-new").sendKeys("They never leave the flat.");
        browser.element("#spoiler-new").click();
        browser.press("Send comment");
        assertThat(browser.text()).contains("Your comment is saved.").doesNotContain("They never leave");
        browser.element("section[data-part=note] summary").click();
        browser.element("#note-text").sendKeys("With Sam.");
        browser.press("Save note");
        browser.press("Delete note");
        assertThat(browser.text()).contains("The note was deleted.");
        browser.submit("[data-undo] form[action$='/track/undo'] button");
        assertThat(browser.text()).contains("With Sam.");
    }

    private static void changeHistory(Browser browser) {
        browser.go("/history");
        browser.element("main li details.edit summary").click();
        browser.submit("main li details.edit button");
        assertThat(browser.text()).contains("The play was changed.");
        browser.driver().findElements(By.cssSelector("main li input[name=select]")).stream()
                .limit(2)
                .forEach(box -> box.sendKeys(Keys.SPACE));
        browser.press("Delete selected");
        assertThat(browser.text()).contains("2 plays were deleted.");
        browser.press("Undo");
        assertThat(browser.text()).contains("The plays are back.");
    }

    private static void arrangeList(Browser browser) {
        browser.go("/s/spaced");
        browser.element("details.lists summary").click();
        browser.element("#new-list").sendKeys("Rainy days");
        browser.press("Save lists");
        browser.go("/find?q=alien");
        browser.submit("[data-part=results] .item-link");
        browser.element("details.lists summary").click();
        browser.element("#list-rainy-days").click();
        browser.press("Save lists");
        browser.go("/u/amara/lists/rainy-days");
        String first = browser.element("ol.list-plain .item-line strong").getText();
        browser.submit("button[value^='down:']");
        assertThat(browser.element("ol.list-plain .item-line strong").getText()).isNotEqualTo(first);
        browser.go("/u/amara/lists/rainy-days");
        browser.press("Delete list");
        browser.press("Delete list");
        assertThat(browser.text()).contains("The list was deleted.");
        browser.go("/smartlists");
        browser.type("Name", "Not seen");
        browser.press("Preview");
        assertThat(browser.text()).contains("These rules find");
        browser.press("Save");
        assertThat(browser.path()).startsWith("/u/amara/lists/not-seen");
    }

    private static void lookAround(Browser browser) {
        browser.go("/progress");
        browser.element("main li input[name=select]").click();
        browser.press("Hide selected");
        browser.submit("[data-undo] form[action$='/track/undo'] button");
        assertThat(browser.text()).contains("Undone.");
        for (String page : new String[] {"/calendar", "/calendar/week", "/stats", "/activity", "/u/justin/compare"}) {
            browser.go(page);
            assertThat(browser.element("h1").isDisplayed()).isTrue();
        }
        browser.go("/activity");
        browser.press("Show who is watching what");
        assertThat(browser.path()).isEqualTo("/activity/now");
        browser.go("/calendar/week");
        browser.press("Forward");
        assertThat(browser.path()).startsWith("/calendar/week?");
    }

    private static void tabTo(Browser browser, String css) {
        tab(browser, css, false);
    }

    private static void tabBackTo(Browser browser, String css) {
        tab(browser, css, true);
    }

    /// Moves the focus until it is on an element, which must be visible each time.
    private static void tab(Browser browser, String css, boolean isBack) {
        for (int i = 0; i < MAX_TABS; i++) {
            if (browser.script("document.activeElement.matches(\"" + css + "\")")
                    .equals("true")) {
                return;
            }
            if (isBack) {
                new Actions(browser.driver())
                        .keyDown(Keys.SHIFT)
                        .sendKeys(Keys.TAB)
                        .keyUp(Keys.SHIFT)
                        .perform();
            } else {
                browser.keys(Keys.TAB);
            }
            if (hasFocus(browser)) { // not at the end of the page
                isFocusVisible(browser);
            }
        }
        throw new AssertionError(css + " was not reached on " + browser.path());
    }

    private static void isFocusVisible(Browser browser) {
        assertThat(browser.script(FOCUS_IS_VISIBLE))
                .as(
                        "the focus on %s: %s",
                        browser.path(), browser.script("document.activeElement.outerHTML.slice(0, 200)"))
                .isEqualTo("true");
    }

    private static boolean hasFocus(Browser browser) {
        return browser.script("document.activeElement !== document.body").equals("true");
    }

    private static boolean isThere(Browser browser, String css) {
        return browser.script("document.querySelector(\"" + css + "\") !== null")
                .equals("true");
    }

    private static String focused(Browser browser) {
        return browser.script("document.activeElement.closest('.item-card')?.innerText ?? ''");
    }
}
