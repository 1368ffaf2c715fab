package dev.spoolmark.web.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.secondfactor.TotpCodes;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.openid.TestOpenIdProvider;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdPagesTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String BUTTON = "Sign in with Home SSO";

    private final MutableClock clock = new MutableClock();
    private final TestOpenIdProvider provider = new TestOpenIdProvider(clock);
    private final TestServer server = TestServer.start(clock, provider.settings());
    private final PageClient visitor = new PageClient(server.port());

    @BeforeEach
    void createUser() {
        PageAccounts.create(server, "ann", "ann@example.org", PASSWORD);
    }

    @AfterEach
    void close() {
        visitor.close();
        server.close();
        provider.close();
    }

    @Test
    void aUserLinksTheProviderAndSignsInWithIt() {
        link(visitor);
        assertThat(visitor.path()).startsWith("/settings/security/openid");
        assertThat(visitor.text()).contains("The accounts are linked.", "Linked as ann.provider since");

        try (PageClient browser = new PageClient(server.port())) {
            browser.get("/signin?next=%2Fsettings%2Fsecurity").submit(BUTTON);
            assertThat(browser.status()).isEqualTo(200);
            browser.isWellFormed();
            comeBack(browser);

            assertThat(browser.path()).isEqualTo("/settings/security");
            assertThat(browser.text()).contains("Sign-in with Home SSO On");
        }
    }

    @Test
    void theCookieOfTheBrowserIsOutOfReachForScripts() {
        visitor.get("/signin").submit(BUTTON);

        assertThat(visitor.header("Set-Cookie").orElse(""))
                .matches("o=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=600");
        assertThat(visitor.header("Refresh").orElse("")).startsWith("0;url=" + provider.issuer() + "/authorize?");
    }

    @Test
    void thePageForAnUnknownUserExplainsWhatToDo() {
        visitor.get("/signin").submit(BUTTON);
        comeBack(visitor);

        assertThat(visitor.status()).isEqualTo(403);
        visitor.isWellFormed();
        assertThat(visitor.text()).contains("No account of this server is linked", "Sign in with your password first");
        visitor.get("/settings/security");
        assertThat(visitor.path()).startsWith("/signin");
    }

    @Test
    void theSecondFactorFollowsTheProvider() {
        link(visitor);
        Account ann = server.features().accounts().get("ann");
        Actor by = Actor.web(InetAddress.getLoopbackAddress());
        server.features().secondFactors().enrol(ann, "Spoolmark");
        server.features().secondFactors().confirm(ann, TotpCodes.current(server.database(), ann, clock), by);
        clock.pass(Duration.ofMinutes(1));

        try (PageClient browser = new PageClient(server.port())) {
            browser.get("/signin?next=%2Fsettings%2Fsecurity").submit(BUTTON);
            comeBack(browser);
            assertThat(browser.page().select("#code")).hasSize(1);
            assertThat(browser.get("/settings/security").path()).startsWith("/signin");

            browser.get("/signin?next=%2Fsettings%2Fsecurity").submit(BUTTON);
            comeBack(browser);
            browser.submit("Continue", "code", TotpCodes.current(server.database(), ann, clock));
            assertThat(browser.path()).isEqualTo("/settings/security");
        }
    }

    @Test
    void theProviderConfirmsTheIdentityInPlaceOfThePassword() {
        link(visitor);
        clock.pass(Duration.ofMinutes(10));
        visitor.get("/settings/security/openid");
        assertThat(visitor.path()).startsWith("/confirm");

        visitor.submit("Confirm with Home SSO");
        comeBack(visitor);

        assertThat(visitor.path()).isEqualTo("/settings/security/openid");
        visitor.submit("Remove the link");
        assertThat(visitor.text()).contains("The link is removed.");
    }

    @Test
    void aFormIsKeptOnTheWayToTheProvider() {
        link(visitor);
        visitor.get("/settings/applications/new");
        clock.pass(Duration.ofMinutes(10));
        String callbacks = "https://client.example/a\nhttps://client.example/b";
        visitor.submit("Register", "name", "Player & <co>", "redirects", callbacks);
        visitor.submit("Confirm with Home SSO");
        assertThat(visitor.page().html()).doesNotContain("Player");
        comeBack(visitor);

        visitor.isWellFormed();
        assertThat(visitor.text()).contains("Your identity is confirmed.");
        assertThat(visitor.page().expectFirst("#kept").wholeText())
                .contains("Register an application", "/settings/applications/new", "Player & <co>", callbacks);
        assertThat(visitor.path()).doesNotContain("Player");
        visitor.submit("Continue");
        assertThat(visitor.page().select("#client-secret")).isNotEmpty();
        assertThat(visitor.get("/settings/applications").text()).contains("Player & <co>");
    }

    @Test
    void aUserWithoutAPasswordConfirmsAtTheProviderAndSetsOne() {
        try (TestServer open = TestServer.start(clock, provider.settings("SPOOLMARK_OIDC_AUTO_CREATE=on"));
                PageClient browser = new PageClient(open.port())) {
            PageAccounts.createAdministrator(open, "root", PASSWORD);
            browser.get("/signin").submit(BUTTON);
            comeBack(browser);
            assertThat(browser.get("/settings/security").text()).contains("Set a password");
            String csrf = browser.page().expectFirst("input[name=_csrf]").val();
            clock.pass(Duration.ofMinutes(10));
            browser.post(
                    "/settings/security/password",
                    Map.of("_csrf", csrf, "username", "ann", "password", "x", "repeated", "x"));
            assertThat(browser.header("Location").orElse("")).startsWith("/confirm?");

            browser.get("/settings/security/openid").isWellFormed();
            assertThat(browser.path()).startsWith("/confirm");
            assertThat(browser.text()).contains("Your account has no password, so confirm in another way.");
            assertThat(browser.page().select("[type=password]")).isEmpty();
            browser.post("/settings/security/app-passwords", Map.of("_csrf", csrf, "name", "Kodi"));
            assertThat(browser.text()).contains("Your form is kept.", "Kodi");
            browser.get("/settings/security/openid").submit("Confirm with Home SSO");
            comeBack(browser);
            assertThat(browser.text()).contains("so Home SSO is your only way to sign in");
            csrf = browser.page().expectFirst("input[name=_csrf]").val();
            browser.post("/settings/security/openid/unlink", Map.of("_csrf", csrf));
            assertThat(browser.get("/settings/security").text()).contains("Sign-in with Home SSO On");

            browser.get("/settings/security/password").isWellFormed();
            browser.submit("Set a password", "password", "short", "repeated", "different");
            assertThat(browser.errorOf("password")).isNotBlank();
            browser.submit("Set a password", "password", "another fine password", "repeated", "another fine password");
            assertThat(browser.path()).isEqualTo("/settings/security?notice=password_changed");
            assertThat(browser.text()).contains("Change the password");
            clock.pass(Duration.ofMinutes(10));
            browser.get("/settings/security/openid").submit("Continue", "_password", "another fine password");
            browser.submit("Remove the link");
            assertThat(browser.text()).contains("The link is removed.");
        }
    }

    @Test
    void aKeptFormIsSentToThisServerOnly() {
        link(visitor);
        String csrf = visitor.page().expectFirst("input[name=_csrf]").val();
        for (String action : new String[] {
            "//evil.example/", "https://evil.example/", "/a?b=c", "/no/page", "/settings/../a", "/admin/people/a?b"
        }) {
            visitor.post("/confirm/openid", Map.of("_csrf", csrf, "_action", action, "name", "x"));
            String callback = callback(visitor);
            visitor.getOnce(callback);
            assertThat(visitor.header("Location")).as(action).contains("/");
            csrf = visitor.get("/settings/security")
                    .page()
                    .expectFirst("input[name=_csrf]")
                    .val();
        }
    }

    @Test
    void linkingNeedsTheTokenOfTheSessionAndARecentPassword() {
        signIn(visitor);
        visitor.post("/settings/security/openid/link", Map.of());
        assertThat(visitor.status()).isEqualTo(403);

        clock.pass(Duration.ofMinutes(10));
        String csrf = visitor.get("/settings/security")
                .page()
                .expectFirst("input[name=_csrf]")
                .val();
        visitor.post("/settings/security/openid/link", Map.of("_csrf", csrf));
        assertThat(visitor.page().select("#_password")).hasSize(1);
    }

    @Test
    void aLinkAfterThePasswordKeepsTheSession() {
        signIn(visitor);
        visitor.get("/settings/security/openid");
        clock.pass(Duration.ofMinutes(10));
        visitor.submit("Link Home SSO").submit("Continue", "_password", PASSWORD);
        comeBack(visitor);

        assertThat(visitor.text()).contains("The accounts are linked.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePageAfterAFailedConfirmationStatesThatTheFormWasNotSent(String language) {
        String lost = language.equals("en") ? "Your form was not sent" : "Ihr Formular wurde nicht gesendet";
        String confirm = language.equals("en") ? "Confirm with Home SSO" : "Mit Home SSO bestätigen";
        link(visitor);
        visitor.get("/settings/security/openid");
        clock.pass(Duration.ofMinutes(10));
        Map<String, String> unlink =
                Map.of("_csrf", visitor.page().expectFirst("input[name=_csrf]").val());
        visitor.in(language).post("/settings/security/openid/unlink", unlink).submit(confirm);
        visitor.get(callback(visitor).replaceAll("code=[^&]*", "error=access_denied"));
        visitor.isWellFormed();
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.text()).contains(lost);

        visitor.get("/confirm").submit(confirm);
        visitor.get(callback(visitor).replaceAll("code=[^&]*", "error=access_denied"));
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.text()).doesNotContain(lost);

        provider.setDown(true);
        clock.pass(Duration.ofDays(2));
        visitor.get("/settings/security/openid");
        clock.pass(Duration.ofMinutes(10));
        unlink = Map.of("_csrf", visitor.page().expectFirst("input[name=_csrf]").val());
        visitor.post("/settings/security/openid/unlink", unlink).submit(confirm);
        assertThat(visitor.status()).isEqualTo(503);
        assertThat(visitor.text()).contains(lost);
    }

    @Test
    void expiredRequestsAreDeletedEveryFewMinutes() {
        PageAccounts.createAdministrator(server, "boss", PASSWORD);
        visitor.get("/signin").submit("Sign in", "name", "boss", "password", PASSWORD);

        assertThat(visitor.get("/admin/jobs").text()).contains("Delete expired requests to the OpenID provider");
    }

    @Test
    void anotherSiteCannotStartASignIn() {
        visitor.post("/signin/openid", Map.of(), "Sec-Fetch-Site", "cross-site");

        assertThat(visitor.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aProviderThatIsDownIsExplained(String language) {
        provider.setDown(true);

        visitor.in(language).post("/signin/openid", Map.of());

        assertThat(visitor.status()).isEqualTo(503);
        assertThat(visitor.header("Retry-After")).isPresent();
        visitor.isWellFormed();
        assertThat(visitor.text()).contains(language.equals("en") ? "cannot be reached" : "nicht erreichbar");
    }

    @Test
    void aCallbackWithoutARequestIsExplained() {
        for (String query :
                new String[] {"", "?code=a&state=b", "?error=access_denied", "?state=%00&code=" + "x".repeat(5_000)}) {
            visitor.get("/signin/openid/callback" + query);

            assertThat(visitor.status()).as(query).isEqualTo(400);
        }
        assertThat(visitor.get("/signin/openid/callback?code=a&state=b").text()).contains("no longer valid");
    }

    @Test
    void tooManyStartsAreSlowedDown() {
        for (int n = 0; n < 21; n++) {
            visitor.post("/signin/openid", Map.of());
        }

        assertThat(visitor.status()).isEqualTo(429);
        assertThat(visitor.header("Retry-After")).contains("3");
    }

    @Test
    void theNextPageIsOneOfThisServer() {
        link(visitor);
        try (PageClient browser = new PageClient(server.port())) {
            browser.post("/signin/openid", Map.of("next", "//evil.example/"));
            browser.getOnce(callback(browser));

            assertThat(browser.header("Location")).contains("/");
        }
    }

    @Test
    void withoutAProviderThereIsNoButtonAndNoPage() {
        try (TestServer plain = TestServer.start(clock);
                PageClient browser = new PageClient(plain.port())) {
            assertThat(browser.get("/signin").text()).doesNotContain("Sign in with");
            browser.post("/signin/openid", Map.of());
            assertThat(browser.status()).isEqualTo(404);
        }
    }

    private void signIn(PageClient browser) {
        browser.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
    }

    private void link(PageClient browser) {
        signIn(browser);
        browser.get("/settings/security/openid").submit("Link Home SSO");
        comeBack(browser);
    }

    /// The user signs in at the provider, which sends the browser back.
    private void comeBack(PageClient browser) {
        browser.get(callback(browser));
    }

    private String callback(PageClient browser) {
        String address = browser.page().expectFirst("a.button-primary").attr("href");
        URI back = provider.authorize(URI.create(address));
        return back.getRawPath() + "?" + back.getRawQuery();
    }
}
