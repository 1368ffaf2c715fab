package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.link.InviteTerms;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.web.PageAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Set-up, invitation and new password.
@BrowserTest
class EntryInBrowserTest {

    private static final String PASSWORD = "correct horse battery";

    private static Browser browser(TestServer server, Browser.Setup setup) {
        return Browser.open(setup, "http://localhost:" + server.port());
    }

    private static String setupCode(TestServer server) {
        return server.features().links().setup().start().orElseThrow().reveal();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFirstAdministratorSetsTheServerUp(boolean script) {
        Browser.Setup setup = script ? Browser.Setup.DESKTOP : Browser.Setup.DESKTOP.withoutScript();
        try (TestServer server = TestServer.start(new MutableClock(), "SPOOLMARK_TIME_ZONE=");
                Browser browser = browser(server, setup)) {
            browser.go("/");
            accessible(browser, script, "setup-address");
            browser.go("/setup?code=" + setupCode(server));
            accessible(browser, script, "setup");
            browser.type("User name", "ann");
            browser.type("Password", "password1");
            browser.type("Name of the server", "Living room");
            browser.press("Create the administrator");
            assertThat(browser.text()).contains("too easy to guess");
            accessible(browser, script, "setup-invalid");

            browser.type("Password", PASSWORD);
            browser.press("Create the administrator");

            assertThat(browser.title()).isEqualTo("Welcome, ann · Living room");
            accessible(browser, script, "welcome");
        }
    }

    @Test
    void anInvitedUserRegistersOnAPhoneInGerman() {
        try (TestServer server = TestServer.start(new MutableClock(), "SPOOLMARK_REGISTRATION=invite");
                Browser browser =
                        browser(server, Browser.Setup.DESKTOP.phone().in("de").withDarkTheme())) {
            Account admin = PageAccounts.createAdministrator(server, "admin", PASSWORD);
            String invite = server.features()
                    .links()
                    .invites()
                    .create(admin, InviteTerms.once(""), Actor.OPERATOR)
                    .code()
                    .reveal();
            browser.go("/register");
            accessible(browser, true, "register-invite-only");
            browser.go("/register?invite=" + invite);
            accessible(browser, true, "register");
            browser.type("Benutzername", "bernd");
            browser.type("Passwort", PASSWORD);
            browser.press("Konto anlegen");

            assertThat(browser.text()).contains("Willkommen, bernd", "Ihr Profil ist öffentlich");
            accessible(browser, true, "welcome-de");
            browser.hasEmptyLog();
        }
    }

    @Test
    void aResetLinkSetsANewPassword() {
        try (TestServer server = TestServer.start(new MutableClock());
                Browser browser = browser(server, Browser.Setup.DESKTOP.phone())) {
            Account ann = PageAccounts.create(server, "ann", null, PASSWORD);
            browser.go("/signin");
            browser.press("Forgot your password?");
            accessible(browser, true, "forgotten");
            browser.go("/reset?code="
                    + server.features()
                            .links()
                            .passwordResets()
                            .create(ann, Actor.OPERATOR)
                            .reveal());
            accessible(browser, true, "reset");
            browser.type("New password", "staple horse battery");
            browser.press("Set the password");
            browser.type("User name or e-mail", "ann");
            browser.type("Password", "staple horse battery");
            browser.submit("main button[type=submit]");

            assertThat(browser.text()).contains("Signed in as ann.");
            browser.hasEmptyLog();
        }
    }

    /// Asserts no violations and an empty log, and takes a screenshot of each page. Without script axe cannot run.
    private static void accessible(Browser browser, boolean script, String picture) {
        if (script) {
            browser.isAccessible();
        }
        browser.picture("entry-" + picture + (script ? "" : "-without-script"));
    }
}
