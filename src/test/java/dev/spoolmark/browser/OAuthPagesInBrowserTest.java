package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.core.Secret;
import dev.spoolmark.oauth.AuthenticatedClient;
import dev.spoolmark.oauth.DeviceAuthorization;
import dev.spoolmark.oauth.DevicePoll;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.oauth.RedirectUris;
import dev.spoolmark.oauth.RegisteredApplication;
import dev.spoolmark.web.PageAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Users connect applications.
@BrowserTest
class OAuthPagesInBrowserTest {

    private static final String PASSWORD = "tr4vel-by-Night-train";
    private static final TestServer SERVER = TestServer.start(InstantSource.system());
    private static final OAuthProvider OAUTH = SERVER.features().oauth();
    private static final HttpServer CLIENT = startClient();
    private static final String CALLBACK =
            "http://localhost:" + CLIENT.getAddress().getPort() + "/callback";

    private static Account ann;
    private static RegisteredApplication player;

    @BeforeAll
    static void create() {
        ann = PageAccounts.create(SERVER, "ann", null, PASSWORD);
        player = OAUTH.applications()
                .register(
                        "Living room player", List.of(CALLBACK, RedirectUris.OUT_OF_BAND), true, null, Actor.OPERATOR);
    }

    /// The application that the browser returns to, on another origin.
    private static HttpServer startClient() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                byte[] page =
                        "<!doctype html><html lang=en><link rel=icon href=\"data:,\"><title>Player</title><main>back"
                                .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() {
        CLIENT.stop(0);
        SERVER.close();
    }

    static Stream<Arguments> setups() {
        Browser.Setup desktop = Browser.Setup.DESKTOP;
        return Stream.of(
                Arguments.of("desktop", desktop),
                Arguments.of("phone", desktop.phone().withDarkTheme()),
                Arguments.of("no-script", desktop.withoutScript()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("setups")
    void aUserConsentsAndRevokes(String name, Browser.Setup setup) {
        try (Browser browser = open(setup)) {
            browser.go(authorize(CALLBACK));
            signIn(browser, "User name or e-mail", "Password");
            check(browser, setup, "oauth-consent-" + name);
            browser.press("Approve");
            assertThat(browser.path()).startsWith(CALLBACK + "?code=").contains("&state=a+b", "&iss=http");
            assertThat(browser.text()).isEqualTo("back");
            exchange(browser.path().replaceAll(".*code=([0-9A-F]+).*", "$1"), CALLBACK);

            browser.go("/settings/applications");
            check(browser, setup, "oauth-connections-" + name);
            browser.pressAndConfirm("Disconnect Living room player");
            assertThat(browser.text()).contains("No application is connected.");
            assertThat(OAUTH.tokens().connected(ann)).isEmpty();
            browser.hasEmptyLog();
        }
    }

    @Test
    void aDenialAndAnErrorRedirectToTheApplication() {
        try (Browser browser = open(Browser.Setup.DESKTOP)) {
            browser.go(authorize(CALLBACK).replace("response_type=code", "response_type=token"));
            signIn(browser, "User name or e-mail", "Password");
            browser.isAccessible();
            browser.picture("oauth-refused");
            browser.press("Back to the application");
            assertThat(browser.path()).startsWith(CALLBACK + "?error=unsupported_response_type");

            browser.go(authorize(CALLBACK));
            browser.press("Deny");
            assertThat(browser.path()).startsWith(CALLBACK + "?error=access_denied");
        }
    }

    @Test
    void aDeviceCodeIsApprovedInASecondBrowser() {
        DeviceAuthorization device =
                OAUTH.devices().start(player.application().clientId(), InetAddress.getLoopbackAddress());
        try (Browser desk = open(Browser.Setup.DESKTOP);
                Browser phone = open(Browser.Setup.DESKTOP.phone().in("de"))) {
            desk.go("/activate");
            signIn(desk, "User name or e-mail", "Password");
            desk.isAccessible();
            desk.picture("oauth-activate");
            desk.hasEmptyLog();

            phone.go("/activate");
            signIn(phone, "Benutzername oder E-Mail", "Passwort");
            phone.type("Code", "0000-0000");
            phone.press("Weiter");
            phone.isAccessible();
            phone.picture("oauth-activate-wrong");
            assertThat(phone.text()).contains("Kein Gerät wartet mit diesem Code.");
            phone.type("Code", device.userCode().toLowerCase(java.util.Locale.ROOT));
            phone.press("Weiter");
            phone.isAccessible();
            phone.picture("oauth-device");
            phone.press("Erlauben");
            assertThat(phone.text()).contains("Das Gerät ist verbunden.");
            assertThat(OAUTH.devices().poll(playerCredentials(), device.deviceCode(), InetAddress.getLoopbackAddress()))
                    .isInstanceOf(DevicePoll.Issued.class);
            OAUTH.tokens().revokeAll(ann.id(), Actor.OPERATOR);
        }
    }

    @Test
    void aPinIsShown() {
        try (Browser browser = open(Browser.Setup.DESKTOP.phone())) {
            browser.go(authorize(RedirectUris.OUT_OF_BAND));
            signIn(browser, "User name or e-mail", "Password");
            browser.isAccessible();
            browser.press("Approve");
            browser.isAccessible();
            browser.picture("oauth-pin");
            exchange(browser.element("#pin").getText(), RedirectUris.OUT_OF_BAND);
            browser.hasEmptyLog();
            OAUTH.tokens().revokeAll(ann.id(), Actor.OPERATOR);
        }
    }

    @Test
    void aUserCreatesAnApplicationAndAToken() {
        try (Browser browser = open(Browser.Setup.DESKTOP)) {
            browser.go("/settings/applications/new");
            signIn(browser, "User name or e-mail", "Password");
            browser.isAccessible();
            browser.type("Name", "My tool");
            browser.type("Redirect addresses", "https://tool.example/callback");
            browser.picture("oauth-new-application");
            browser.press("Register");
            browser.isAccessible();
            browser.picture("oauth-secret");
            browser.press("Done");
            browser.press("Edit My tool");
            browser.isAccessible();
            browser.picture("oauth-own-application");

            browser.go("/settings/applications/tokens/new");
            browser.isAccessible();
            browser.type("What is it for?", "backup");
            browser.picture("oauth-new-token");
            browser.press("Create token");
            browser.isAccessible();
            browser.picture("oauth-token");
            Secret token = Secret.ofText(browser.element("#token").getText());
            assertThat(OAUTH.tokens().find(token)).isPresent();
            browser.press("Done");
            browser.isAccessible();
            browser.picture("oauth-connections-full");
            browser.hasEmptyLog();
        }
    }

    private static Browser open(Browser.Setup setup) {
        return Browser.open(setup, "http://localhost:" + SERVER.port());
    }

    /// Axe is a script, so pages without script are only rendered.
    private static void check(Browser browser, Browser.Setup setup, String picture) {
        if (setup.script()) {
            browser.isAccessible();
        }
        browser.picture(picture);
    }

    private static void signIn(Browser browser, String name, String password) {
        browser.type(name, "ann");
        browser.type(password, PASSWORD);
        browser.submit("main button[type=submit]");
        browser.element("form[action$='/signout']");
    }

    private static String authorize(String redirectUri) {
        return "/oauth/authorize?response_type=code&state=a+b&client_id="
                + player.application().clientId()
                + "&redirect_uri=" + URLEncoder.encode(redirectUri, StandardCharsets.UTF_8);
    }

    private static AuthenticatedClient playerCredentials() {
        return OAUTH.applications()
                .authenticate(player.application().clientId(), player.clientSecret(), InetAddress.getLoopbackAddress());
    }

    private static void exchange(String code, String redirectUri) {
        OAUTH.codes()
                .exchange(
                        playerCredentials(), Secret.ofText(code), redirectUri, null, InetAddress.getLoopbackAddress());
    }
}
