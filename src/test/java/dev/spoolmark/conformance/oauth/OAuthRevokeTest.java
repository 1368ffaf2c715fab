package dev.spoolmark.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `POST /oauth/revoke`.
class OAuthRevokeTest extends OAuthConformance {

    @Test
    void theAccessTokenRevokesItsRefreshTokenToo() {
        OAuthResponse tokens = connect();

        OAuthResponse response = json("/oauth/revoke", revoke(tokens.text("access_token")));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{}");
        assertThat(isValid(tokens)).isFalse();
        assertThat(json("/oauth/token", refresh(tokens.text("refresh_token"))).text("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void theRefreshTokenRevokesTheAccessTokenToo() {
        OAuthResponse tokens = connect();

        form(
                "/oauth/revoke",
                "token=" + tokens.text("refresh_token") + "&client_id=" + id + "&client_secret=" + secret);

        assertThat(isValid(tokens)).isFalse();
    }

    @Test
    void anUnknownTokenIsReportedAsRevoked() {
        OAuthResponse response = json("/oauth/revoke", revoke("unknown"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{}");
    }

    @Test
    void aWrongSecretRevokesNothing() {
        OAuthResponse tokens = connect();

        OAuthResponse response =
                json("/oauth/revoke", revoke(tokens.text("access_token")).replace(secret, "wrong"));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.text("error")).isEqualTo("invalid_client");
        assertThat(isValid(tokens)).isTrue();
    }

    @Test
    void anotherClientRevokesNothing() {
        OAuthResponse tokens = connect();

        OAuthResponse response =
                json("/oauth/revoke", revoke(tokens.text("access_token")).replace(id, UNKNOWN));

        assertThat(response.body()).isEqualTo("{}");
        assertThat(isValid(tokens)).isTrue();
    }

    @Test
    void aTokenCanBeRevokedWithoutAClient() {
        OAuthResponse tokens = connect();
        String token = tokens.text("access_token");

        json("/oauth/revoke", "{\"token\":\"" + token + "\"}", "Authorization", "Bearer " + token);

        assertThat(isValid(tokens)).isFalse();
    }

    @Test
    void aMissingTokenIsInvalid() {
        OAuthResponse response =
                json("/oauth/revoke", "{\"client_id\":\"" + id + "\",\"client_secret\":\"" + secret + "\"}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"token is required\"}");
    }

    private String revoke(String token) {
        return "{\"token\":\"" + token + "\",\"client_id\":\"" + id + "\",\"client_secret\":\"" + secret + "\"}";
    }
}
