package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.demo.DemoServer;
import dev.spoolmark.browser.Browser.Setup;
import dev.spoolmark.web.PageAccounts;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page in both color schemes, on a desktop, a phone and a narrow screen, from right to left, in German, and
/// with reduced motion. A page is loaded once and shown in all forms.
@BrowserTest
class EveryPageInBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final AllPages WORLD = new AllPages();

    private static Browser english;
    private static Browser german;
    private static Browser newcomer;
    private static Browser visitor;

    @BeforeAll
    static void open() {
        int port = WORLD.server.port();
        PageAccounts.create(WORLD.server, "newcomer", null, PASSWORD);
        english = Browser.signIn(Setup.DESKTOP, port, AllPages.USER, DemoServer.PASSWORD, "/");
        german = Browser.signIn(Setup.DESKTOP.phone().in("de"), port, AllPages.USER, DemoServer.PASSWORD, "/");
        newcomer = Browser.signIn(Setup.DESKTOP.phone(), port, "newcomer", PASSWORD, "/");
        visitor = Browser.open(Setup.DESKTOP.withDarkTheme(), "http://localhost:" + port);
        german.show(Screen.NARROW);
    }

    @AfterAll
    static void close() {
        List.of(english, german, newcomer, visitor).forEach(Browser::close);
        WORLD.close();
    }

    static List<String> addresses() {
        return WORLD.addresses();
    }

    static List<String> addressesWithoutVariables() {
        return WORLD.withoutVariables();
    }

    static List<String> addressesOfVisitors() {
        return AllPages.OF_VISITORS;
    }

    @Test
    void everyPageHasAnAddress() {
        assertThat(WORLD.unknownRoutes()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void aPageIsAccessibleAndFitsInAllForms(String address) {
        english.show(Screen.DESKTOP);
        english.showColors("light");
        if (opens(english, address)) {
            SoftAssertions every = new SoftAssertions();
            every.assertThat(Accessibility.violations(english.driver()))
                    .as("desktop")
                    .isEmpty();
            every.assertThat(PageLayout.tooWide(english.driver())).as("desktop").isEmpty();
            english.pictureOfAll(name("desktop", address), Screen.DESKTOP);
            english.showColors("dark");
            every.assertThat(Accessibility.violationsOnScreen(english.driver()))
                    .as("dark")
                    .isEmpty();
            english.pictureOfAll(name("desktop-dark", address), Screen.DESKTOP);
            english.show(Screen.PHONE);
            every.assertThat(PageLayout.tooLow(english.driver())).as("phone").isEmpty();
            english.pictureOfAll(name("phone-dark", address), Screen.PHONE);
            english.showColors("light");
            every.assertThat(Accessibility.violationsOnScreen(english.driver()))
                    .as("phone")
                    .isEmpty();
            english.pictureOfAll(name("phone", address), Screen.PHONE);
            english.show(Screen.NARROW);
            every.assertThat(PageLayout.tooWide(english.driver())).as("narrow").isEmpty();
            english.driver().executeScript("document.documentElement.dir = 'rtl'");
            every.assertThat(PageLayout.tooWide(english.driver()))
                    .as("narrow, from right to left")
                    .isEmpty();
            english.show(Screen.DESKTOP);
            every.assertThat(PageLayout.tooWide(english.driver()))
                    .as("from right to left")
                    .isEmpty();
            english.pictureOfAll(name("rtl", address), Screen.DESKTOP);
            every.assertThat(PageLayout.moving(english.driver()))
                    .as("reduced motion")
                    .isEmpty();
            every.assertAll();
            english.hasEmptyLog();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void aGermanPageFitsOnANarrowScreen(String address) {
        if (opens(german, address)) {
            assertThat(PageLayout.tooWide(german.driver())).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addressesWithoutVariables")
    void aPageWithoutDataIsAccessible(String address) {
        if (opens(newcomer, address)) {
            newcomer.isAccessible();
            newcomer.pictureOfAll(name("empty", address), Screen.PHONE);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addressesOfVisitors")
    void aPageForVisitorsIsAccessible(String address) {
        assertThat(opens(visitor, address)).isTrue();
        visitor.isAccessible();
        visitor.pictureOfAll(name("visitor", address), Screen.DESKTOP);
        visitor.show(Screen.NARROW);
        assertThat(PageLayout.tooWide(visitor.driver())).isEmpty();
        visitor.show(Screen.DESKTOP);
    }

    /// Whether there is a page at the address, and not a file.
    private static boolean opens(Browser browser, String address) {
        browser.go(address);
        assertThat(browser.script("performance.getEntriesByType('navigation')[0].responseStatus"))
                .as(browser.path())
                .isEqualTo("200");
        boolean isPage = browser.script("document.contentType").equals("text/html");
        if (!isPage) {
            browser.forgetLog(); // Chromium shows a picture with a style of its own
        }
        return isPage;
    }

    private static String name(String form, String address) {
        String page = address.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return form + "-" + (page.isEmpty() ? "home" : page.substring(0, Math.min(60, page.length())));
    }
}
