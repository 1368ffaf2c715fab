package dev.spoolmark.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.Secret;
import dev.spoolmark.oauth.AuthorizationCheck;
import dev.spoolmark.oauth.AuthorizationResponse;
import dev.spoolmark.oauth.RedirectUris;
import dev.spoolmark.oauth.RegisteredApplication;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each misuse of OAuth with the response to it (`docs/security.md#tests`).
class OAuthMisuseTest extends OAuthConformance {

    /// The verifier and the challenge of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /// @param error the error code of the body; empty for an empty body
    record Misuse(String name, int status, String error, Function<OAuthMisuseTest, OAuthResponse> request) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Misuse> misuses() {
        return Stream.concat(misusedCodes(), misusedTokens());
    }

    private static Stream<Misuse> misusedCodes() {
        return Stream.of(
                grant("code replay", t -> {
                    String body = t.exchange(t.code(CALLBACK), CALLBACK);
                    t.json("/oauth/token", body);
                    return t.json("/oauth/token", body);
                }),
                grant("wrong client", t -> t.asOther(t.exchange(t.code(CALLBACK), CALLBACK))),
                client(
                        "wrong secret",
                        t -> t.token(t.exchange(t.code(CALLBACK), CALLBACK).replace(t.secret, "no"))),
                client(
                        "no secret",
                        t -> t.token(t.exchange(t.code(CALLBACK), CALLBACK)
                                .replace("\"client_secret\":\"" + t.secret + "\",", ""))),
                grant("wrong redirect", t -> t.token(t.exchange(t.code(CALLBACK), RedirectUris.OUT_OF_BAND))),
                request("no redirect", t -> t.token(t.exchange(t.code(CALLBACK), ""))),
                grant("wrong verifier", t -> t.token(t.withVerifier(t.boundCode(), "x".repeat(43)))),
                grant("the challenge as verifier", t -> t.token(t.withVerifier(t.boundCode(), CHALLENGE))),
                grant("no verifier", t -> t.token(t.exchange(t.boundCode(), CALLBACK))),
                grant("verifier without challenge", t -> t.token(t.withVerifier(t.code(CALLBACK), VERIFIER))),
                grant("expired code", t -> {
                    String body = t.exchange(t.code(CALLBACK), CALLBACK);
                    t.clock.forward(Duration.ofMinutes(10));
                    return t.token(body);
                }),
                grant("code of a blocked user session", t -> {
                    String body = t.exchange(t.code(CALLBACK), CALLBACK);
                    t.server.features().accounts().changePassword(t.ann, Secret.sha1Of("another-good-passphrase"));
                    return t.token(body);
                }),
                grant("guessed code", t -> t.token(t.exchange("00000000", CALLBACK))),
                client("blocked application", t -> {
                    String body = t.exchange(t.code(CALLBACK), CALLBACK);
                    t.server.features().applications().block(t.id, true);
                    return t.token(body);
                }));
    }

    private static Stream<Misuse> misusedTokens() {
        return Stream.of(
                grant("foreign refresh", t -> t.asOther(t.refresh(t.connect().text("refresh_token")))),
                grant(
                        "access token as refresh token",
                        t -> t.token(t.refresh(t.connect().text("access_token")))),
                grant("reuse after grace", t -> {
                    String body = t.refresh(t.connect().text("refresh_token"));
                    t.token(body);
                    t.clock.forward(Duration.ofSeconds(60));
                    return t.token(body);
                }),
                grant("newest token of a revoked family", t -> {
                    String body = t.refresh(t.connect().text("refresh_token"));
                    OAuthResponse newest = t.token(body);
                    t.clock.forward(Duration.ofSeconds(60));
                    t.token(body);
                    return t.token(t.refresh(newest.text("refresh_token")));
                }),
                grant("refresh after revoke", t -> {
                    OAuthResponse tokens = t.connect();
                    t.oauth.tokens().revokeAll(t.ann.id(), Actor.OPERATOR);
                    return t.token(t.refresh(tokens.text("refresh_token")));
                }),
                grant("expired refresh token", t -> {
                    String body = t.refresh(t.connect().text("refresh_token"));
                    t.clock.forward(Duration.ofDays(365));
                    return t.token(body);
                }),
                new Misuse(
                        "password grant",
                        400,
                        "unsupported_grant_type",
                        t -> t.token(
                                "{\"grant_type\":\"password\",\"username\":\"ann\",\"password\":\"tr4vel-by-Night-train\"}")),
                new Misuse(
                        "device code at the token endpoint",
                        400,
                        "unsupported_grant_type",
                        t -> t.token("{\"grant_type\":\"urn:ietf:params:oauth:grant-type:device_code\"}")),
                new Misuse(
                        "user code as device code",
                        404,
                        "",
                        t -> t.json(
                                "/oauth/device/token",
                                "{\"code\":\"5055CC52\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                                        .formatted(t.id, t.secret))));
    }

    private static Misuse grant(String name, Function<OAuthMisuseTest, OAuthResponse> request) {
        return new Misuse(name, 400, "invalid_grant", request);
    }

    private static Misuse client(String name, Function<OAuthMisuseTest, OAuthResponse> request) {
        return new Misuse(name, 401, "invalid_client", request);
    }

    private static Misuse request(String name, Function<OAuthMisuseTest, OAuthResponse> request) {
        return new Misuse(name, 400, "invalid_request", request);
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void aMisuseGetsNoToken(Misuse misuse) {
        OAuthResponse response = misuse.request().apply(this);

        assertThat(response.status()).isEqualTo(misuse.status());
        assertThat(response.body()).doesNotContain("sat_", "srt_");
        if (misuse.error().isEmpty()) {
            assertThat(response.body()).isEmpty();
        } else {
            assertThat(response.text("error")).isEqualTo(misuse.error());
        }
    }

    private OAuthResponse token(String body) {
        return json("/oauth/token", body);
    }

    /// The same request by another application with the same address.
    private OAuthResponse asOther(String body) {
        RegisteredApplication other =
                oauth.applications().register("Other", List.of(CALLBACK), true, null, Actor.OPERATOR);
        String otherSecret = Objects.requireNonNull(other.clientSecret()).revealText();
        return token(body.replace(id, other.application().clientId()).replace(secret, otherSecret));
    }

    private String withVerifier(String code, String verifier) {
        return exchange(code, CALLBACK).replace("{", "{\"code_verifier\":\"" + verifier + "\",");
    }

    /// A code with the challenge.
    private String boundCode() {
        Map<String, String> query = new HashMap<>(Map.of("response_type", "code", "client_id", id));
        query.putAll(Map.of("redirect_uri", CALLBACK, "code_challenge", CHALLENGE, "code_challenge_method", "S256"));
        AuthorizationCheck check = oauth.codes().check(query, "http://host");
        AuthorizationResponse response =
                oauth.codes().approve(((AuthorizationCheck.Accepted) check).request(), ann, "http://host");
        String location = ((AuthorizationResponse.Redirect) response).location();
        return location.substring(location.indexOf("code=") + 5, location.indexOf("&iss="));
    }
}
