package dev.spoolmark.api.oauth;

import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.UrlDecoder;
import dev.spoolmark.oauth.AuthenticatedClient;
import dev.spoolmark.oauth.OAuthApplications;
import dev.spoolmark.oauth.OAuthException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Authenticates the client of a request: `client_id` and `client_secret` in the body, or as Basic credentials
/// (RFC 6749, 2.3.1). The `Authorization` field wins; a bearer token in it says nothing about the client.
final class ClientAuthentication {

    private static final String BASIC = "Basic ";

    private final OAuthApplications applications;

    ClientAuthentication(OAuthApplications applications) {
        this.applications = applications;
    }

    /// @param secret null when none was sent
    private record Credentials(String clientId, @Nullable Secret secret) {}

    /// @throws OAuthException with `INVALID_CLIENT`, or `INVALID_REQUEST` without a `client_id`
    AuthenticatedClient authenticate(ServerRequest request, OAuthRequest body) {
        return find(request, body).orElseThrow(() -> OAuthRequest.missing("client_id"));
    }

    /// The client, if the request names one.
    ///
    /// @throws OAuthException with `INVALID_CLIENT`
    Optional<AuthenticatedClient> find(ServerRequest request, OAuthRequest body) {
        return basic(request)
                .or(() -> body.clientId()
                        .map(id -> new Credentials(id, body.clientSecret().orElse(null))))
                .map(sent -> applications.authenticate(sent.clientId(), sent.secret(), request.client()));
    }

    private static Optional<Credentials> basic(ServerRequest request) {
        return request.header("Authorization")
                .filter(field -> field.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .map(field -> credentials(field.substring(BASIC.length()).strip()));
    }

    /// Unreadable credentials are those of an unknown client.
    private static Credentials credentials(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            String id = UrlDecoder.decodeQuery(colon < 0 ? pair : pair.substring(0, colon));
            String rest = UrlDecoder.decodeQuery(colon < 0 ? "" : pair.substring(colon + 1));
            return new Credentials(id, rest.isEmpty() ? null : Secret.ofText(rest));
        } catch (IllegalArgumentException | ProblemException unreadable) {
            return new Credentials("", null);
        }
    }
}
