package dev.spoolmark.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Builds the address of an authorization response from a redirect address that was checked.
final class RedirectLocation {

    private RedirectLocation() {}

    static String withCode(AuthorizationRequest request, String code, String issuer) {
        return build(request.redirectUri(), "code=" + encoded(code), request.state(), issuer);
    }

    static String withError(String redirectUri, OAuthException error, @Nullable String state, String issuer) {
        String parameters = "error=" + error.error().code() + "&error_description=" + encoded(error.description());
        return build(redirectUri, parameters, state, issuer);
    }

    /// @param issuer for clients that use several servers (RFC 9207)
    private static String build(String redirectUri, String parameters, @Nullable String state, String issuer) {
        return redirectUri
                + (redirectUri.contains("?") ? "&" : "?")
                + parameters
                + (state == null ? "" : "&state=" + encoded(state))
                + "&iss=" + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
