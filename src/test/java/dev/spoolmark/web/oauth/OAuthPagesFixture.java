package dev.spoolmark.web.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.oauth.AuthenticatedClient;
import dev.spoolmark.oauth.DeviceAuthorization;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.oauth.RedirectUris;
import dev.spoolmark.oauth.RegisteredApplication;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A server with two users and an application, and a visitor.
abstract class OAuthPagesFixture {

    static final String CALLBACK = "https://client.example/callback";
    static final String UNKNOWN = "ab".repeat(32);
    static final String PASSWORD = "tr4vel-by-Night-train";

    final MutableClock clock = new MutableClock();
    final TestServer server = TestServer.start(clock, settings());
    final PageClient visitor = new PageClient(server.port());
    final OAuthProvider oauth = server.features().oauth();
    Account ann;
    Account bob;
    RegisteredApplication player;
    String id;

    @BeforeEach
    void createUsers() {
        ann = PageAccounts.create(server, "ann", null, PASSWORD);
        bob = PageAccounts.create(server, "bob", null, PASSWORD);
        player = oauth.applications()
                .register(
                        "Player",
                        List.of(CALLBACK, RedirectUris.OUT_OF_BAND, "http://127.0.0.1/done", "player:done"),
                        true,
                        null,
                        Actor.OPERATOR);
        id = player.application().clientId();
    }

    String[] settings() {
        return new String[0];
    }

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    void signIn(String name) {
        visitor.get("/signin?next=/about").submit("Sign in", "name", name, "password", PASSWORD);
    }

    /// The URL of the consent page.
    static String authorize(String clientId, String redirectUri, String... more) {
        StringBuilder address = new StringBuilder(
                "/oauth/authorize?response_type=code&client_id=" + clientId + "&redirect_uri=" + encoded(redirectUri));
        for (int i = 0; i < more.length; i += 2) {
            address.append('&').append(more[i]).append('=').append(encoded(more[i + 1]));
        }
        return address.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// A parameter of the redirect URL.
    String parameter(String name) {
        String location = visitor.header("Location").orElse("");
        for (String pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + location);
    }

    AuthenticatedClient client() {
        return oauth.applications().authenticate(id, player.clientSecret(), InetAddress.getLoopbackAddress());
    }

    DeviceAuthorization startDevice() {
        return oauth.devices().start(id, InetAddress.getLoopbackAddress());
    }
}
