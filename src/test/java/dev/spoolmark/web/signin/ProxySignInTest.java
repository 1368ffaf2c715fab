package dev.spoolmark.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.secondfactor.TotpCodes;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Users whom a reverse proxy names in a header field, and clients that send such a field themselves.
class ProxySignInTest {

    private static final String HEADER = "Remote-User";
    private static final String PASSWORD = "correct horse battery";
    private static final String PAGE = "/settings/security";

    private final MutableClock clock = new MutableClock();
    private TestServer server = start("127.0.0.1/32,::1", "off");
    private PageClient visitor = new PageClient(server.port());

    private TestServer start(String networks, String create) {
        return TestServer.start(
                clock,
                "SPOOLMARK_PROXIES_USER_HEADER=" + HEADER,
                "SPOOLMARK_PROXIES_USER_HEADER_NETWORKS=" + networks,
                "SPOOLMARK_PROXIES_USER_HEADER_CREATE=" + create,
                "SPOOLMARK_PROXIES_TRUSTED=127.0.0.1/32,::1");
    }

    private void restart(String networks, String create) {
        close();
        server = start(networks, create);
        visitor = new PageClient(server.port());
        createUsers();
    }

    @BeforeEach
    void createUsers() {
        PageAccounts.create(server, "ann", null, PASSWORD);
        PageAccounts.create(server, "bob.smith", null, PASSWORD);
    }

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "/settings/security/sessions"})
    void theUserThatTheProxyNamesIsSignedIn(String page) {
        visitor.behindProxy(HEADER, "ann").get(page);

        assertThat(visitor.path()).isEqualTo(page);
        assertThat(visitor.status()).isEqualTo(200);
    }

    @Test
    void theFirstPageSignsInToo() {
        assertThat(visitor.behindProxy(HEADER, "ann").get("/").text()).contains("Signed in as ann.");
        server.features().accounts().attempts().flushAll();
        assertThat(server.features().accounts().audit().newest(5).stream().map(AuditEntry::action))
                .contains("signed-in", "session-started");
    }

    @Test
    void theFieldOfAForeignNetworkIsIgnored() {
        restart("192.0.2.7/32", "on");
        visitor.behindProxy(HEADER, "ann").get(PAGE);

        assertThat(visitor.path()).startsWith("/signin");
        assertThat(visitor.text()).doesNotContain("Continue as", "reverse proxy");
        visitor.behindProxy(HEADER, "new-user").get("/signin");
        assertThat(server.features().accounts().find("new-user")).isEmpty();
    }

    @Test
    void aForwardedAddressIsNotThePeer() {
        restart("192.0.2.7/32", "off");
        visitor.getOnce(PAGE, "X-Forwarded-For", "192.0.2.7");
        visitor.behindProxy(HEADER, "ann").getOnce("/signin?next=/", "X-Forwarded-For", "192.0.2.7");

        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.header("Set-Cookie")).isEmpty();
    }

    @Test
    void severalValuesAreIgnored() {
        visitor.behindProxy(HEADER, "ann", "bob.smith").get(PAGE);

        assertThat(visitor.path()).startsWith("/signin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"carol", "bob-smith", "bob_smith", "ann@example.org", "an", "ann,bob.smith"})
    void onlyTheExactNameIsAUser(String name) {
        visitor.behindProxy(HEADER, name).get(PAGE);

        assertThat(visitor.path()).startsWith("/signin");
        visitor.isWellFormed();
        assertThat(visitor.text()).contains("signed you in as " + name);
        assertThat(visitor.page().select("#password")).hasSize(1);
    }

    @Test
    void anUnknownUserGetsAnAccountIfTheOperatorWantsThat() {
        restart("127.0.0.1/32,::1", "on");
        visitor.behindProxy(HEADER, "carol").get(PAGE);

        assertThat(visitor.path()).isEqualTo(PAGE);
        Account carol = server.features().accounts().get("carol");
        assertThat(carol.admin()).isFalse();
        visitor.behindProxy(HEADER, "bob-smith").get(PAGE);
        assertThat(visitor.path()).startsWith("/signin");
    }

    @Test
    void aUserWithoutAPasswordConfirmsWhatTheProxyStates() {
        restart("127.0.0.1/32,::1", "on");
        visitor.behindProxy(HEADER, "carol").get(PAGE + "/app-passwords");
        clock.pass(Duration.ofMinutes(6));
        visitor.submit("Create", "name", "Kodi");
        visitor.isWellFormed();
        assertThat(visitor.text()).contains("Your reverse proxy states that you are carol.");
        assertThat(visitor.page().select("[type=password]")).isEmpty();
        visitor.submit("Continue");
        assertThat(visitor.page().expectFirst("#password").text()).hasSize(26);

        clock.pass(Duration.ofMinutes(6));
        visitor.get(PAGE + "/password").submit("Continue");
        visitor.submit("Set a password", "password", PASSWORD, "repeated", PASSWORD);
        assertThat(visitor.path()).startsWith(PAGE + "?notice=password_changed");
        clock.pass(Duration.ofMinutes(6));
        visitor.get(PAGE + "/app-passwords");
        assertThat(visitor.page().select("#_password")).hasSize(1);
    }

    @Test
    void aFirstPasswordThatWasSentTooLateIsTypedAgain() {
        restart("127.0.0.1/32,::1", "on");
        visitor.behindProxy(HEADER, "carol").get(PAGE + "/password");
        clock.pass(Duration.ofMinutes(6));
        visitor.submit("Set a password", "password", PASSWORD, "repeated", PASSWORD);
        visitor.submit("Continue");

        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.path()).isEqualTo(PAGE + "/password");
    }

    @Test
    void theProxyDoesNotConfirmForOthersOrInPlaceOfAPassword() {
        restart("127.0.0.1/32,::1", "on");
        visitor.behindProxy(HEADER, "ann").get(PAGE);
        clock.pass(Duration.ofMinutes(6));
        String csrf = visitor.page().expectFirst("[name=_csrf]").val();
        visitor.post("/confirm", Map.of("_csrf", csrf, "_proxy", "on"));
        assertThat(visitor.errorOf("_password")).isNotBlank();

        visitor.behindProxy(HEADER, "carol").get(PAGE);
        clock.pass(Duration.ofMinutes(6));
        csrf = visitor.page().expectFirst("[name=_csrf]").val();
        visitor.behindProxy("X-Other", "carol").post("/confirm", Map.of("_csrf", csrf, "_proxy", "on"));
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("there is no other way to confirm here");
    }

    @Test
    void theSecondFactorIsNeededBesideTheProxy() {
        restart("127.0.0.1/32,::1", "on");
        visitor.behindProxy(HEADER, "carol").get(PAGE);
        turnOnSecondFactor(server.features().accounts().get("carol"));
        clock.pass(Duration.ofMinutes(6));

        visitor.get(PAGE + "/app-passwords").submit("Continue", "_code", "000000");
        assertThat(visitor.errorOf("_code")).contains("This code is wrong");
        visitor.submit("Continue", "_code", "");
        assertThat(visitor.errorOf("_code")).isEqualTo("This field is required.");
        Account carol = server.features().accounts().get("carol");
        visitor.submit("Continue", "_code", TotpCodes.current(server.database(), carol, clock));
        assertThat(visitor.path()).isEqualTo(PAGE + "/app-passwords");
    }

    @Test
    void theSessionOfAnotherUserIsLeft() {
        visitor.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
        assertThat(visitor.get("/").text()).contains("Signed in as ann.");
        String csrf = visitor.get(PAGE).page().expectFirst("[name=_csrf]").val();

        visitor.behindProxy(HEADER, "bob.smith");
        visitor.post("/settings/security/sessions/end-others", Map.of("_csrf", csrf));
        assertThat(visitor.header("Location").orElse("")).startsWith("/signin");
        assertThat(visitor.get("/").text()).contains("Signed in as bob.smith.");
    }

    @Test
    void aUserWithoutAnAccountOfThatNameSignsInWithAPassword() {
        visitor.behindProxy(HEADER, "carol").get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);

        assertThat(visitor.get("/").text()).contains("Signed in as ann.");
    }

    @Test
    void formsStillNeedTheTokenOfTheSession() {
        visitor.behindProxy(HEADER, "ann").get(PAGE);
        visitor.post("/settings/security/sessions/end-others", Map.of());
        assertThat(visitor.status()).isEqualTo(403);

        visitor.post("/settings/security/sessions/end-others", Map.of(), "Sec-Fetch-Site", "cross-site");
        assertThat(visitor.status()).isEqualTo(403);
    }

    @Test
    void theSecondFactorIsStillNeeded() {
        Account ann = server.features().accounts().get("ann");
        turnOnSecondFactor(ann);

        visitor.behindProxy(HEADER, "ann").get(PAGE);
        assertThat(visitor.page().select("#code")).hasSize(1);
        visitor.submit("Continue", "code", TotpCodes.current(server.database(), ann, clock));
        assertThat(visitor.path()).isEqualTo(PAGE);
    }

    private void turnOnSecondFactor(Account user) {
        server.features().secondFactors().enrol(user, "Spoolmark");
        server.features()
                .secondFactors()
                .confirm(
                        user,
                        TotpCodes.current(server.database(), user, clock),
                        Actor.web(InetAddress.getLoopbackAddress()));
        clock.pass(Duration.ofMinutes(1));
    }

    @Test
    void afterSigningOutTheUserSignsInAgainByALink() {
        visitor.behindProxy(HEADER, "ann").get("/").submit("Sign out");

        assertThat(visitor.path()).startsWith("/signin?notice=signed_out");
        assertThat(visitor.text()).contains("Continue as ann").doesNotContain("no account");
    }

    @Test
    void noApiReadsTheField() {
        visitor.behindProxy(HEADER, "ann").post("/account/settings/" + "a".repeat(40), Map.of());

        assertThat(visitor.status()).isEqualTo(401);
    }
}
