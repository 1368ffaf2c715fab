package dev.spoolmark.http;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.Principal.SignInKind;
import dev.spoolmark.oauth.OAuthTokens;
import java.util.Optional;

/// Authenticates requests by an access token or a personal access token in the `Authorization` field (RFC 6750,
/// 2.1). Tokens in the query or the body are ignored.
public final class BearerAuthenticator {

    private static final String SCHEME = "Bearer ";

    private final OAuthTokens tokens;

    public BearerAuthenticator(OAuthTokens tokens) {
        this.tokens = tokens;
    }

    /// The user and the application of the token. Empty for a request without a bearer token.
    ///
    /// @throws ProblemException with `NotSignedIn` when the token is unknown, expired or revoked
    public Optional<Principal> authenticate(RequestHead head) {
        return head.header("Authorization")
                .filter(field -> field.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(field -> tokens.find(
                                Secret.ofText(field.substring(SCHEME.length()).strip()))
                        .map(grant ->
                                new Principal(grant.user(), grant.application(), grant.scopes(), SignInKind.BEARER))
                        .orElseThrow(() -> new ProblemException(new Problem.NotSignedIn())));
    }
}
