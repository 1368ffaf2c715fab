package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Permission;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.web.PageAccounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;

/// What administrators do, in each form of the browser.
@BrowserTest
class AdminInBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final TestServer SERVER = TestServer.start(
            InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z")), "SPOOLMARK_REGISTRATION=invite");

    @BeforeAll
    static void createAccounts() {
        PageAccounts.createAdministrator(SERVER, "boss", PASSWORD);
        List.of("ann", "bob", "zoe")
                .forEach(name -> PageAccounts.create(SERVER, name, name + "@example.org", PASSWORD));
        SERVER.features().applications().add("Living room player", Permission.defaults(), null);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    static Stream<Arguments> setups() {
        Browser.Setup desktop = Browser.Setup.DESKTOP;
        return Stream.of(
                Arguments.of("desktop", desktop),
                Arguments.of("phone", desktop.phone().withDarkTheme()));
    }

    private static Browser signedIn(Browser.Setup setup) {
        Browser browser = Browser.open(setup, "http://localhost:" + SERVER.port());
        browser.go("/signin?next=/admin");
        browser.element("#name").sendKeys("boss");
        browser.element("#password").sendKeys(PASSWORD);
        browser.submit("main form button[type=submit]");
        assertThat(browser.element("h1").isDisplayed()).isTrue();
        return browser;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void anItemIsEditedAndComparedWithAnother(String name, Browser.Setup setup) {
        long movie = SERVER.features()
                .catalog()
                .findMovieIds(List.of(new MovieRef(Ids.ofTmdb(593), null, null)))
                .values()
                .iterator()
                .next()
                .value();
        try (Browser browser = signedIn(setup)) {
            browser.go("/admin/catalog/movie-" + movie);
            browser.element("#tagline").clear();
            browser.element("#tagline").sendKeys("Edited in " + name);
            browser.submit("main form[action$='movie-" + movie + "'] button[type=submit]");
            assertThat(browser.element("#tagline").getAttribute("value")).isEqualTo("Edited in " + name);
            assertThat(browser.element("#edited").isDisplayed()).isTrue();
            browser.isAccessible();
            browser.picture(name + "-admin-catalog-edit");
            browser.go("/admin/catalog/movie-" + movie + "/merge?into=tt0211915");
            browser.isAccessible();
            browser.picture(name + "-admin-catalog-merge");
            browser.hasEmptyLog();
        }
    }

    @Test
    void anInvitationIsCreatedAndRevoked() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP)) {
            browser.press("Invitations");
            browser.type("Note", "for Zoe");
            browser.press("Create invitation");
            assertThat(browser.element("#secret").getText()).contains("/register?invite=");
            browser.isAccessible();
            browser.picture("desktop-admin-invite-created");
            browser.pressAndConfirm(By.cssSelector("form[action$=revoke] button"));
            assertThat(browser.element(".notice-success").getText()).isEqualTo("The invitation was revoked.");
            browser.hasEmptyLog();
        }
    }

    @Test
    void aUserIsDisabledAndEnabledWithoutScript() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP.phone().withoutScript())) {
            browser.press("Users");
            browser.press("bob");
            browser.press("Disable");
            assertThat(browser.text()).contains("The user is disabled.");
            browser.press("Enable");
            assertThat(browser.text()).contains("The user is enabled.");
        }
    }

    @Test
    void aBackupIsMade() {
        try (Browser browser = signedIn(Browser.Setup.DESKTOP)) {
            browser.press("Backup");
            browser.press("Make a backup now");
            assertThat(browser.element(".notice-success").getText()).isEqualTo("The backup was started.");
            do {
                browser.go("/admin/backup");
            } while (browser.text().contains("is being written"));
            assertThat(browser.text()).contains("is complete and checked.");
            browser.isAccessible();
            browser.picture("desktop-admin-backup-made");
        }
    }
}
