package dev.spoolmark.conformance.oauth;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `GET /.well-known/oauth-authorization-server`, and the headers of all OAuth endpoints.
class ServerMetadataTest extends OAuthConformance {

    private static final String PATH = "/.well-known/oauth-authorization-server";

    @Override
    String[] settings() {
        return new String[] {"SPOOLMARK_CORS_ORIGINS=https://web.example"};
    }

    @Test
    void theDocumentNamesTheEndpoints() {
        OAuthResponse response = send("GET", PATH, "", "");

        assertThat(response.status()).isEqualTo(200);
        assertThatJson(response.body()).isEqualTo("""
                {"issuer":"http://host",
                 "authorization_endpoint":"http://host/oauth/authorize",
                 "token_endpoint":"http://host/oauth/token",
                 "revocation_endpoint":"http://host/oauth/revoke",
                 "scopes_supported":["public"],
                 "response_types_supported":["code"],
                 "response_modes_supported":["query"],
                 "grant_types_supported":["authorization_code","refresh_token"],
                 "token_endpoint_auth_methods_supported":["client_secret_post","client_secret_basic","none"],
                 "revocation_endpoint_auth_methods_supported":["client_secret_post","client_secret_basic","none"],
                 "code_challenge_methods_supported":["S256"],
                 "authorization_response_iss_parameter_supported":true}
                """);
        assertThat(send("HEAD", PATH, "", "").status()).isEqualTo(200);
        assertThat(send("POST", PATH, "{}", "application/json").status()).isEqualTo(405);
    }

    @Test
    void pagesOfAnAllowedOriginMayCallTheEndpoints() {
        for (String path :
                new String[] {"/oauth/token", "/oauth/revoke", "/oauth/device/code", "/oauth/device/token"}) {
            OAuthResponse preflight = send("OPTIONS", path, "", "", "Origin", "https://web.example");
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://web.example");
            assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
            assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Content-Type", "trakt-api-key");
            OAuthResponse other = json(path, "{}", "Origin", "https://evil.example");
            assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(other.header("Cache-Control")).isEqualTo("no-store");
        }
    }
}
