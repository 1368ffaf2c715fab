package dev.spoolmark.conformance.oauth;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.oauth.PendingDevice;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// `POST /oauth/device/code` and `POST /oauth/device/token`.
class OAuthDeviceTest extends OAuthConformance {

    @Test
    void aCodeIsIssued() {
        OAuthResponse response = json("/oauth/device/code", "{\"client_id\":\"" + id + "\"}");

        assertThat(response.status()).isEqualTo(200);
        assertThatJson(response.body()).isEqualTo("""
                {"device_code":"${json-unit.regex}[0-9a-f]{64}","user_code":"${json-unit.regex}[0-9A-F]{8}",
                 "verification_url":"http://host/activate","expires_in":600,"interval":5}
                """);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aFormIsAccepted() {
        assertThat(form("/oauth/device/code", "client_id=" + UNKNOWN).status()).isEqualTo(200);
    }

    @Test
    void aMissingMalformedOrBlockedClientGetsNoCode() {
        server.features().applications().block(UNKNOWN, true);

        assertThat(json("/oauth/device/code", "{}").text("error")).isEqualTo("invalid_request");
        for (String client : new String[] {"short", UNKNOWN}) {
            OAuthResponse response = json("/oauth/device/code", "{\"client_id\":\"" + client + "\"}");
            assertThat(response.status()).isEqualTo(403);
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void aPollIsPendingUntilTheUserApproves() {
        OAuthResponse code = code();
        assertThat(poll(code)).isEqualTo(400);
        clock.forward(Duration.ofSeconds(5));
        assertThat(poll(code)).isEqualTo(400);
        oauth.devices().approve(pending(code), ann);

        OAuthResponse tokens = json("/oauth/device/token", body(code));

        assertThat(tokens.status()).isEqualTo(200);
        assertThatJson(tokens.body()).isEqualTo("""
                {"access_token":"${json-unit.regex}sat_[A-Za-z0-9_-]{60}","token_type":"bearer","expires_in":7776000,
                 "refresh_token":"${json-unit.regex}srt_[A-Za-z0-9_-]{60}","scope":"public","created_at":1372132805}
                """);
        assertThat(isValid(tokens)).isTrue();
        assertThat(poll(code)).isEqualTo(409);
        assertThat(json("/oauth/token", refresh(tokens.text("refresh_token"))).status())
                .isEqualTo(200);
    }

    /// The order is: unknown, expired, denied, used, too fast, pending.
    @Test
    void everyStateHasItsStatusInTheOrderOfTheSpecification() {
        OAuthResponse denied = code();
        OAuthResponse used = code();
        OAuthResponse pending = code();
        oauth.devices().deny(pending(denied), ann);
        oauth.devices().approve(pending(used), ann);
        poll(used);

        assertThat(poll(denied)).isEqualTo(418);
        assertThat(poll(denied)).isEqualTo(418);
        assertThat(poll(used)).isEqualTo(409);
        assertThat(poll(pending)).isEqualTo(400);
        assertThat(poll(pending)).isEqualTo(429);
        clock.forward(Duration.ofSeconds(1));
        assertThat(poll(pending)).isEqualTo(400);
        clock.forward(Duration.ofMinutes(10));
        for (OAuthResponse expired : new OAuthResponse[] {denied, used, pending}) {
            assertThat(poll(expired)).isEqualTo(410);
        }
        assertThat(json("/oauth/device/token", body(pending).replace(pending.text("device_code"), "0".repeat(64)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void allPollsButTheSuccessfulOneHaveEmptyBodies() {
        OAuthResponse code = code();

        OAuthResponse response = json("/oauth/device/token", body(code));
        OAuthResponse fast = json("/oauth/device/token", body(code));

        assertThat(response.body()).isEmpty();
        assertThat(fast.body()).isEmpty();
        assertThat(fast.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void aMissingCodeIsUnknownSinceClientsTake400ForPending() {
        String client = "\"client_id\":\"" + id + "\",\"client_secret\":\"" + secret + "\"";

        assertThat(json("/oauth/device/token", "{" + client + "}").status()).isEqualTo(404);
        assertThat(json("/oauth/device/token", "{}").status()).isEqualTo(401);
    }

    @Test
    void aWrongSecretIsInvalidClientAndAnotherClientSeesNoCode() {
        OAuthResponse code = code();
        oauth.devices().approve(pending(code), ann);

        assertThat(json("/oauth/device/token", body(code).replace(secret, "wrong"))
                        .status())
                .isEqualTo(401);
        assertThat(json("/oauth/device/token", body(code).replace(id, UNKNOWN)).status())
                .isEqualTo(404);
        assertThat(poll(code)).isEqualTo(200);
    }

    private OAuthResponse code() {
        return json("/oauth/device/code", "{\"client_id\":\"" + id + "\"}");
    }

    private String body(OAuthResponse code) {
        return "{\"code\":\"%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                .formatted(code.text("device_code"), id, secret);
    }

    private int poll(OAuthResponse code) {
        return json("/oauth/device/token", body(code)).status();
    }

    private PendingDevice pending(OAuthResponse code) {
        return oauth.devices().find(code.text("user_code"), ann, here()).orElseThrow();
    }
}
