package dev.spoolmark.openid;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The address of an authorization request (OpenID Connect Core 1.0, 3.1.2.1).
final class AuthorizationUri {

    /// Makes the provider ask for the password again and name the time of sign-in.
    private static final String AUTHENTICATE_AGAIN = "&prompt=login&max_age=300";

    private AuthorizationUri() {}

    static URI of(ProviderMetadata metadata, OpenIdSettings settings, OpenRequest request, RequestSecrets secrets) {
        String endpoint = metadata.authorization().toString();
        return URI.create(endpoint
                + (endpoint.indexOf('?') < 0 ? "?" : "&")
                + "response_type=code&client_id=" + encode(settings.clientId())
                + "&redirect_uri=" + encode(request.redirectUri())
                + "&scope=" + encode(String.join(" ", settings.scopes()))
                + "&state=" + secrets.state()
                + "&nonce=" + secrets.nonce()
                + "&code_challenge=" + secrets.challenge() + "&code_challenge_method=S256"
                + (request.purpose().isConfirmation() ? AUTHENTICATE_AGAIN : ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
