package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.openid.TestOpenIdProvider;
import dev.spoolmark.web.PageAccounts;
import org.junit.jupiter.api.Test;

/// Sign-in with an OpenID provider: the browser goes to it and comes back.
@BrowserTest
class OpenIdInBrowserTest {

    private static final String PASSWORD = "correct horse battery";

    @Test
    void aUserLinksTheProviderSignsOutAndSignsInWithIt() {
        MutableClock clock = new MutableClock();
        try (TestOpenIdProvider provider = new TestOpenIdProvider(clock);
                TestServer server = TestServer.start(clock, provider.settings());
                Browser browser = Browser.open(Browser.Setup.DESKTOP, "http://localhost:" + server.port())) {
            PageAccounts.create(server, "ann", null, PASSWORD);
            browser.go("/signin?next=/settings/security/openid");
            browser.isAccessible();
            browser.type("User name or e-mail", "ann");
            browser.type("Password", PASSWORD);
            browser.submit("main form button");
            browser.press("Link Home SSO");
            browser.element(".notice-success");
            assertThat(browser.text()).contains("Linked as ann.provider since");
            browser.isAccessible();
            // before signing out: Chromium logs that it clears the data of the site
            browser.hasEmptyLog();

            browser.signOut();
            browser.press("Sign in with Home SSO");
            browser.element("form[action$='/signout']");
            assertThat(browser.path()).isEqualTo("/");
            assertThat(browser.text()).contains("Signed in as ann.");

            browser.signOut();
            browser.go("/settings/security");
            assertThat(browser.path()).startsWith("/signin");
        }
    }
}
