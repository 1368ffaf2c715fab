package dev.spoolmark.conformance.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.core.Secret;
import dev.spoolmark.oauth.AuthorizationCheck;
import dev.spoolmark.oauth.AuthorizationResponse;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.oauth.RedirectUris;
import dev.spoolmark.oauth.RegisteredApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A server with a user and an application, and a client that sends requests to it.
abstract class OAuthConformance {

    static final String CALLBACK = "https://client.example/callback";
    static final String UNKNOWN = "ab".repeat(32);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final TestClock clock = new TestClock();
    TestServer server;
    OAuthProvider oauth;
    Account ann;
    RegisteredApplication player;
    String id;
    String secret;

    @BeforeEach
    void start() {
        server = TestServer.startEmpty(clock, settings());
        oauth = server.features().oauth();
        ann = server.features()
                .accounts()
                .create(new NewAccount(
                        "ann", null, Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR))
                .account();
        player = oauth.applications()
                .register("Player", List.of(CALLBACK, RedirectUris.OUT_OF_BAND), true, null, Actor.OPERATOR);
        id = player.application().clientId();
        secret = Objects.requireNonNull(player.clientSecret()).revealText();
    }

    String[] settings() {
        return new String[0];
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// A response.
    record OAuthResponse(int status, String body, Map<String, List<String>> headers) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of(""))
                    .getFirst();
        }

        /// The text of a member of the JSON object.
        String text(String name) {
            Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(body);
            if (!found.find()) {
                throw new AssertionError("no " + name + " in " + body);
            }
            return found.group(1);
        }
    }

    OAuthResponse json(String path, String body, String... headers) {
        return send("POST", path, body, "application/json", headers);
    }

    OAuthResponse form(String path, String body, String... headers) {
        return send("POST", path, body, "application/x-www-form-urlencoded", headers);
    }

    OAuthResponse send(String method, String path, String body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            String base = "127.0.0.1:" + server.port();
            return new OAuthResponse(
                    response.statusCode(),
                    response.body().replace(base, "host"),
                    response.headers().map());
        } catch (IOException e) {
            throw new IllegalStateException("no response to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A code that the user approved.
    String code(String redirectUri) {
        return codeOf(id, redirectUri);
    }

    String codeOf(String clientId, String redirectUri) {
        Map<String, String> query = Map.of("response_type", "code", "client_id", clientId, "redirect_uri", redirectUri);
        AuthorizationCheck check = oauth.codes().check(query, "http://host");
        AuthorizationResponse response =
                oauth.codes().approve(((AuthorizationCheck.Accepted) check).request(), ann, "http://host");
        return switch (response) {
            case AuthorizationResponse.ShownCode(Secret code) -> code.revealText();
            case AuthorizationResponse.Redirect(String location) ->
                location.substring(location.indexOf("code=") + 5, location.indexOf("&iss="));
            case AuthorizationResponse.ShownDenial _ -> throw new AssertionError("denied");
        };
    }

    /// The body of an exchange of a code.
    String exchange(String code, String redirectUri) {
        return """
                {"code":"%s","client_id":"%s","client_secret":"%s","redirect_uri":"%s",\
                "grant_type":"authorization_code"}""".formatted(code, id, secret, redirectUri);
    }

    String refresh(String refreshToken) {
        return """
                {"refresh_token":"%s","client_id":"%s","client_secret":"%s",\
                "redirect_uri":"urn:ietf:wg:oauth:2.0:oob","grant_type":"refresh_token"}""".formatted(refreshToken, id, secret);
    }

    OAuthResponse connect() {
        return json("/oauth/token", exchange(code(CALLBACK), CALLBACK));
    }

    boolean isValid(OAuthResponse tokens) {
        return oauth.tokens().find(Secret.ofText(tokens.text("access_token"))).isPresent();
    }

    static InetAddress here() {
        return InetAddress.getLoopbackAddress();
    }
}
