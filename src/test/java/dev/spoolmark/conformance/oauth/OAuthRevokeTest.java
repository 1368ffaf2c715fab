package dev.spoolmark.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `POST /oauth/revoke`.
class OAuthRevokeTest extends OAuthConformance {

    @Test
    void theAccessTokenRevokesItsRefreshTokenToo() {
        Reply tokens = connect();

        Reply reply = json("/oauth/revoke", revoke(tokens.text("access_token")));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{}");
        assertThat(isValid(tokens)).isFalse();
        assertThat(json("/oauth/token", refresh(tokens.text("refresh_token"))).text("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void theRefreshTokenRevokesTheAccessTokenToo() {
        Reply tokens = connect();

        form(
                "/oauth/revoke",
                "token=" + tokens.text("refresh_token") + "&client_id=" + id + "&client_secret=" + secret);

        assertThat(isValid(tokens)).isFalse();
    }

    @Test
    void anUnknownTokenIsReportedAsRevoked() {
        Reply reply = json("/oauth/revoke", revoke("unknown"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{}");
    }

    @Test
    void aWrongSecretRevokesNothing() {
        Reply tokens = connect();

        Reply reply = json("/oauth/revoke", revoke(tokens.text("access_token")).replace(secret, "wrong"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("error")).isEqualTo("invalid_client");
        assertThat(isValid(tokens)).isTrue();
    }

    @Test
    void anotherClientRevokesNothing() {
        Reply tokens = connect();

        Reply reply = json("/oauth/revoke", revoke(tokens.text("access_token")).replace(id, UNKNOWN));

        assertThat(reply.body()).isEqualTo("{}");
        assertThat(isValid(tokens)).isTrue();
    }

    @Test
    void aTokenCanBeRevokedWithoutAClient() {
        Reply tokens = connect();
        String token = tokens.text("access_token");

        json("/oauth/revoke", "{\"token\":\"" + token + "\"}", "Authorization", "Bearer " + token);

        assertThat(isValid(tokens)).isFalse();
    }

    @Test
    void aMissingTokenIsInvalid() {
        Reply reply = json("/oauth/revoke", "{\"client_id\":\"" + id + "\",\"client_secret\":\"" + secret + "\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"token is required\"}");
    }

    private String revoke(String token) {
        return "{\"token\":\"" + token + "\",\"client_id\":\"" + id + "\",\"client_secret\":\"" + secret + "\"}";
    }
}
