package dev.spoolmark.openid;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the discovery document of the provider states (OpenID Connect Discovery 1.0).
///
/// @param issuer exactly as ID tokens name it
/// @param userinfo empty if the provider has no such endpoint
/// @param basic whether the client secret is sent as HTTP Basic, otherwise in the form
/// @param namesIssuer whether each authorization response names the issuer (RFC 9207)
record ProviderMetadata(
        String issuer,
        URI authorization,
        URI token,
        URI keys,
        Optional<URI> userinfo,
        boolean basic,
        boolean namesIssuer) {

    /// @throws OpenIdException if the document is incomplete, of another issuer, or without PKCE or the code flow
    static ProviderMetadata parse(JsonNode document, URI configured) {
        String issuer = required(document, "issuer");
        if (!withoutSlash(issuer).equals(withoutSlash(configured.toString()))) {
            throw OpenIdException.unavailable(
                    "the discovery document is of another issuer than oidc.issuer: check the URL");
        }
        JsonNode methods = document.path("code_challenge_methods_supported");
        if (methods.isArray() && !StrictJson.contains(document, "code_challenge_methods_supported", "S256")) {
            throw OpenIdException.unavailable("the provider does not support PKCE with S256");
        }
        JsonNode authentication = document.path("token_endpoint_auth_methods_supported");
        return new ProviderMetadata(
                issuer,
                endpoint(required(document, "authorization_endpoint"), configured),
                endpoint(required(document, "token_endpoint"), configured),
                endpoint(required(document, "jwks_uri"), configured),
                StrictJson.text(document, "userinfo_endpoint").map(address -> endpoint(address, configured)),
                !authentication.isArray()
                        || StrictJson.contains(
                                document, "token_endpoint_auth_methods_supported", "client_secret_basic"),
                document.path("authorization_response_iss_parameter_supported").asBoolean(false));
    }

    private static String required(JsonNode document, String name) {
        return StrictJson.text(document, name)
                .orElseThrow(() -> OpenIdException.unavailable("the discovery document has no " + name));
    }

    /// HTTPS, or the scheme of the issuer at its own host.
    private static URI endpoint(String address, URI issuer) {
        try {
            URI uri = new URI(address);
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            if (plain && ("https".equals(uri.getScheme()) || ProviderHttp.isSameOrigin(uri, issuer))) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // The same error as for an address without https.
        }
        throw OpenIdException.unavailable("an endpoint in the discovery document is no https address");
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
