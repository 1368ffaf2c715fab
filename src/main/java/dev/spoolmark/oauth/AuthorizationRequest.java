package dev.spoolmark.oauth;

import dev.spoolmark.account.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A valid authorization request (RFC 6749, 4.1.1), for the consent page.
///
/// @param redirectUri where the response goes, or [RedirectUris#OUT_OF_BAND]
/// @param scopes what the application may do if the user approves
/// @param codeChallenge of PKCE with the method S256
public record AuthorizationRequest(
        OAuthApplication application,
        String redirectUri,
        Set<Permission> scopes,
        @Nullable String state,
        @Nullable String codeChallenge) {

    public AuthorizationRequest {
        scopes = Set.copyOf(scopes);
    }

    /// Whether the code is shown to the user instead of being sent to the application.
    public boolean isOutOfBand() {
        return redirectUri.equals(RedirectUris.OUT_OF_BAND);
    }
}
