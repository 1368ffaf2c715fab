package dev.spoolmark.api.oauth;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.oauth.AuthenticatedClient;
import dev.spoolmark.oauth.OAuthError;
import dev.spoolmark.oauth.OAuthException;
import dev.spoolmark.oauth.OAuthProvider;
import java.util.Map;

/// `POST /oauth/token` (RFC 6749, 3.2) and `POST /oauth/revoke` (RFC 7009).
final class TokenEndpoint {

    private final OAuthProvider provider;
    private final ClientAuthentication clients;

    TokenEndpoint(OAuthProvider provider) {
        this.provider = provider;
        this.clients = new ClientAuthentication(provider.applications());
    }

    Response token(ServerRequest request) {
        if (!OAuthRequest.isOfKnownType(request)) {
            return Response.empty(412);
        }
        OAuthRequest body = OAuthRequest.read(request);
        return switch (body.grantType()) {
            case "authorization_code" -> exchange(request, body);
            case "refresh_token" -> refresh(request, body);
            default ->
                throw new OAuthException(
                        OAuthError.UNSUPPORTED_GRANT_TYPE, "grant_type must be authorization_code or refresh_token");
        };
    }

    private Response exchange(ServerRequest request, OAuthRequest body) {
        AuthenticatedClient client = clients.authenticate(request, body);
        return OAuthResponses.of(provider.codes()
                .exchange(
                        client,
                        body.requiredCode(),
                        body.redirectUri().orElseThrow(() -> OAuthRequest.missing("redirect_uri")),
                        body.codeVerifier().orElse(null),
                        request.client()));
    }

    /// `redirect_uri` is ignored: clients with a device code send any.
    private Response refresh(ServerRequest request, OAuthRequest body) {
        AuthenticatedClient client = clients.authenticate(request, body);
        return OAuthResponses.of(provider.tokens().refresh(client, body.refreshToken(), request.client()));
    }

    /// A request without a `client_id` revokes the token that it presents. The response is the same for a token
    /// that is unknown or of another client.
    Response revoke(ServerRequest request) {
        if (!OAuthRequest.isOfKnownType(request)) {
            return Response.empty(412);
        }
        OAuthRequest body = OAuthRequest.read(request);
        AuthenticatedClient client = clients.find(request, body).orElse(null);
        provider.tokens().revoke(client, body.token(), Actor.client(request.client()));
        return OAuthResponses.json(Map.of());
    }
}
