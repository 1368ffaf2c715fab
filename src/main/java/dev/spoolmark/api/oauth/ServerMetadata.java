package dev.spoolmark.api.oauth;

import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import java.util.List;

/// `GET /.well-known/oauth-authorization-server` (RFC 8414).
///
/// `/oauth/device/code` is not listed, since its response and the statuses of its polls are not those of RFC 8628.
final class ServerMetadata {

    static final String PATH = "/.well-known/oauth-authorization-server";

    private static final List<String> CLIENT_AUTHENTICATION =
            List.of("client_secret_post", "client_secret_basic", "none");

    private ServerMetadata() {}

    /// The document.
    record Document(
            String issuer,
            String authorization_endpoint,
            String token_endpoint,
            String revocation_endpoint,
            List<String> scopes_supported,
            List<String> response_types_supported,
            List<String> response_modes_supported,
            List<String> grant_types_supported,
            List<String> token_endpoint_auth_methods_supported,
            List<String> revocation_endpoint_auth_methods_supported,
            List<String> code_challenge_methods_supported,
            boolean authorization_response_iss_parameter_supported) {

        Document {
            scopes_supported = List.copyOf(scopes_supported);
            response_types_supported = List.copyOf(response_types_supported);
            response_modes_supported = List.copyOf(response_modes_supported);
            grant_types_supported = List.copyOf(grant_types_supported);
            token_endpoint_auth_methods_supported = List.copyOf(token_endpoint_auth_methods_supported);
            revocation_endpoint_auth_methods_supported = List.copyOf(revocation_endpoint_auth_methods_supported);
            code_challenge_methods_supported = List.copyOf(code_challenge_methods_supported);
        }
    }

    static Response document(ServerRequest request) {
        String base = request.base();
        return OAuthResponses.json(new Document(
                base,
                base + "/oauth/authorize",
                base + "/oauth/token",
                base + "/oauth/revoke",
                List.of("public"),
                List.of("code"),
                List.of("query"),
                List.of("authorization_code", "refresh_token"),
                CLIENT_AUTHENTICATION,
                CLIENT_AUTHENTICATION,
                List.of("S256"),
                true));
    }
}
