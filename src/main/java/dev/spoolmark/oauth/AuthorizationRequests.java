package dev.spoolmark.oauth;

import dev.spoolmark.oauth.AuthorizationCheck.Accepted;
import dev.spoolmark.oauth.AuthorizationCheck.Redirected;
import dev.spoolmark.oauth.AuthorizationCheck.Shown;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks authorization requests (RFC 6749, 4.1.1; RFC 7636, 4.3).
final class AuthorizationRequests {

    private final OAuthApplications applications;

    AuthorizationRequests(OAuthApplications applications) {
        this.applications = applications;
    }

    AuthorizationCheck check(Map<String, String> query, String issuer) {
        Optional<OAuthApplication> application = text(query, "client_id").flatMap(applications::find);
        if (application.isEmpty()) {
            return new Shown(OAuthError.INVALID_CLIENT, "the application is unknown or blocked");
        }
        Optional<String> redirectUri = redirectUri(application.get(), query);
        if (redirectUri.isEmpty()) {
            return new Shown(OAuthError.INVALID_REQUEST, "the redirect address is not one of the application");
        }
        return checked(application.get(), redirectUri.get(), query, issuer);
    }

    private static AuthorizationCheck checked(
            OAuthApplication application, String redirectUri, Map<String, String> query, String issuer) {
        String state = text(query, "state").orElse(null);
        try {
            return new Accepted(new AuthorizationRequest(
                    application,
                    redirectUri,
                    Scopes.requested(
                            query.getOrDefault("scope", ""),
                            application.application().permissions()),
                    state,
                    challenge(application, query)));
        } catch (OAuthException e) {
            return isKnownAddress(application, redirectUri)
                    ? new Redirected(RedirectLocation.withError(redirectUri, e, state, issuer))
                    : new Shown(e.error(), e.description());
        }
    }

    /// Whether the browser may be sent there before the user approved. A first address of an application that is
    /// not registered comes from the request alone: the redirect would lead to any site (RFC 9700, 4.11.2).
    private static boolean isKnownAddress(OAuthApplication application, String redirectUri) {
        return !redirectUri.equals(RedirectUris.OUT_OF_BAND) && !application.acceptsFirstRedirectUri();
    }

    /// The address of the request, if it is one of the application. Without one in the request it is the only
    /// one that is registered.
    private static Optional<String> redirectUri(OAuthApplication application, Map<String, String> query) {
        Optional<String> sent = text(query, "redirect_uri");
        if (sent.isEmpty()) {
            return application.redirectUris().size() == 1
                    ? Optional.of(application.redirectUris().getFirst())
                    : Optional.empty();
        }
        boolean first = application.acceptsFirstRedirectUri() && RedirectUris.isAllowed(sent.get());
        return sent.filter(uri -> first || RedirectUris.matches(application.redirectUris(), uri));
    }

    private static @Nullable String challenge(OAuthApplication application, Map<String, String> query) {
        if (!query.getOrDefault("response_type", "").equals("code")) {
            throw new OAuthException(OAuthError.UNSUPPORTED_RESPONSE_TYPE, "response_type must be code");
        }
        Optional<String> challenge = text(query, "code_challenge");
        if (challenge.isEmpty()) {
            if (application.type() == ClientType.PUBLIC || query.containsKey("code_challenge_method")) {
                throw invalid("code_challenge is required");
            }
            return null;
        }
        if (!query.getOrDefault("code_challenge_method", "plain").equals(Pkce.S256)) {
            throw invalid("code_challenge_method must be S256");
        }
        return challenge.filter(Pkce::isChallenge).orElseThrow(() -> invalid("code_challenge is malformed"));
    }

    private static Optional<String> text(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    private static OAuthException invalid(String description) {
        return new OAuthException(OAuthError.INVALID_REQUEST, description);
    }
}
