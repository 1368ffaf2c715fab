package dev.spoolmark.conformance.oauth;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.oauth.RedirectUris;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `POST /oauth/token`.
class OAuthTokenTest extends OAuthConformance {

    private static final String TOKENS = """
            {"access_token":"${json-unit.regex}sat_[A-Za-z0-9_-]{60}","token_type":"bearer","expires_in":7776000,
             "refresh_token":"${json-unit.regex}srt_[A-Za-z0-9_-]{60}","scope":"public","created_at":1372132800}
            """;

    @Test
    void aCodeIsExchanged() {
        OAuthResponse response = connect();

        assertThat(response.status()).isEqualTo(200);
        assertThatJson(response.body()).isEqualTo(TOKENS);
        assertThat(response.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(isValid(response)).isTrue();
    }

    @Test
    void aTypedCodeIsExchangedInAnyCase() {
        String code = code(RedirectUris.OUT_OF_BAND);

        OAuthResponse response =
                json("/oauth/token", exchange(code.toLowerCase(Locale.ROOT), RedirectUris.OUT_OF_BAND));

        assertThat(code).matches("[0-9A-F]{8}");
        assertThatJson(response.body()).isEqualTo(TOKENS);
    }

    @Test
    void aFormIsReadLikeJson() {
        OAuthResponse response = form(
                "/oauth/token",
                "grant_type=authorization_code&client_id=" + id + "&client_secret=" + secret
                        + "&redirect_uri=https%3A%2F%2Fclient.example%2Fcallback&code=" + code(CALLBACK));

        assertThat(response.status()).isEqualTo(200);
        assertThatJson(response.body()).isEqualTo(TOKENS);
    }

    /// goplaxt sends both `code` and `refresh_token`.
    @Test
    void theGrantTypeDecidesAndEmptyMembersCountAsMissing() {
        OAuthResponse first =
                json("/oauth/token", exchange(code(CALLBACK), CALLBACK).replace("{", "{\"refresh_token\":\"\","));
        OAuthResponse next =
                json("/oauth/token", refresh(first.text("refresh_token")).replace("{", "{\"code\":\"\","));

        assertThat(first.status()).isEqualTo(200);
        assertThat(next.status()).isEqualTo(200);
        assertThat(json("/oauth/token", refresh("")).body())
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"refresh_token is required\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:ietf:wg:oauth:2.0:oob", "", "https://elsewhere.example/"})
    void aRefreshIgnoresTheRedirectAddress(String redirectUri) {
        OAuthResponse first = connect();

        OAuthResponse next = json(
                "/oauth/token", refresh(first.text("refresh_token")).replace("urn:ietf:wg:oauth:2.0:oob", redirectUri));

        assertThatJson(next.body()).isEqualTo(TOKENS);
        assertThat(next.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
    }

    @Test
    void aRepeatedRefreshReturnsTheSameBodyForAMinute() {
        String body = refresh(connect().text("refresh_token"));
        OAuthResponse first = json("/oauth/token", body);
        clock.forward(Duration.ofSeconds(59));

        assertThat(json("/oauth/token", body).body()).isEqualTo(first.body());
        clock.forward(Duration.ofSeconds(1));
        OAuthResponse late = json("/oauth/token", body);
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body())
                .isEqualTo("{\"error\":\"invalid_grant\","
                        + "\"error_description\":\"the refresh token was used before\"}");
        assertThat(isValid(first)).isFalse();
    }

    @Test
    void theClientMayAuthenticateByBasic() {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        String body = "{\"grant_type\":\"authorization_code\",\"redirect_uri\":\"" + CALLBACK + "\",\"code\":\"";

        OAuthResponse wrong = json("/oauth/token", body + code(CALLBACK) + "\"}", "Authorization", basic + "AA");
        OAuthResponse right = json("/oauth/token", body + code(CALLBACK) + "\"}", "Authorization", basic);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Basic realm=\"OAuth\"");
        assertThatJson(right.body()).isEqualTo(TOKENS);
    }

    @Test
    void aWrongSecretIsInvalidClientWithoutAChallenge() {
        OAuthResponse response =
                json("/oauth/token", exchange(code(CALLBACK), CALLBACK).replace(secret, "0".repeat(64)));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEmpty();
        assertThat(response.body())
                .isEqualTo("{\"error\":\"invalid_client\",\"error_description\":"
                        + "\"the client is unknown, blocked or sent a wrong secret\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "client_credentials", "implicit", "urn:ietf:params:oauth:grant-type:device_code"})
    void otherGrantsAreUnsupported(String grant) {
        OAuthResponse response =
                json("/oauth/token", "{\"grant_type\":\"" + grant + "\",\"client_id\":\"" + id + "\"}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text("error")).isEqualTo("unsupported_grant_type");
    }

    @Test
    void errorsAreJsonAndDoNotContainTheRequest() {
        for (String body : new String[] {
            "",
            "{}",
            "{\"grant_type\":",
            "[1]",
            "grant_type",
            "{\"grant_type\":{\"a\":1}}",
            "{\"grant_type\":\"%00\"}",
            "{\"grant_type\":\"authorization_code\"}",
            "{\"grant_type\":\"authorization_code\",\"client_id\":\"<b>\"}",
            "{\"grant_type\":\"refresh_token\",\"client_id\":\"" + "x".repeat(5_000) + "\"}"
        }) {
            OAuthResponse response = json("/oauth/token", body);
            assertThat(response.status()).as(body).isIn(400, 401);
            assertThat(response.body()).as(body).startsWith("{\"error\":\"").doesNotContain("<b>", "xxx");
        }
        assertThat(json("/oauth/token", "{\"code\":\"" + "x".repeat(20_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void otherContentTypesAndMethodsAreRejected() {
        assertThat(send("POST", "/oauth/token", "<a/>", "text/xml").status()).isEqualTo(412);
        assertThat(send("POST", "/oauth/token", exchange(code(CALLBACK), CALLBACK), "application/json; charset=UTF-8")
                        .status())
                .isEqualTo(200);
        assertThat(send("POST", "/oauth/token", exchange(code(CALLBACK), CALLBACK), "")
                        .status())
                .isEqualTo(200);
        OAuthResponse get = send("GET", "/oauth/token", "", "");
        assertThat(get.status()).isEqualTo(405);
        assertThat(get.header("Allow")).isEqualTo("POST");
        assertThat(get.body()).isEmpty();
    }

    @Test
    void aSlashAtTheEndAndParametersInTheAddressDoNotMatter() {
        assertThat(json("/oauth/token/?grant_type=password", exchange(code(CALLBACK), CALLBACK))
                        .status())
                .isEqualTo(200);
        assertThat(json("/oauth/token?code=" + code(CALLBACK), exchange("", CALLBACK))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void guessedCodesAreLimited() {
        for (int i = 0; i < 20; i++) {
            assertThat(json("/oauth/token", exchange(String.format(Locale.ROOT, "%08X", i), CALLBACK))
                            .status())
                    .isEqualTo(400);
        }
        OAuthResponse limited = json("/oauth/token", exchange("DEADBEEF", CALLBACK));

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("Retry-After")).isEqualTo("600");
        assertThat(limited.body()).isEmpty();
    }

    @Test
    void anApplicationThatIsNotRegisteredIsAcceptedWithItsFirstSecret() {
        String body = exchange(codeOf(UNKNOWN, CALLBACK), CALLBACK).replace(id, UNKNOWN);

        assertThat(json("/oauth/token", body).status()).isEqualTo(200);
        OAuthResponse other = json(
                "/oauth/token",
                exchange(codeOf(UNKNOWN, CALLBACK), CALLBACK)
                        .replace(id, UNKNOWN)
                        .replace(secret, "other"));
        assertThat(other.text("error")).isEqualTo("invalid_client");
    }
}
