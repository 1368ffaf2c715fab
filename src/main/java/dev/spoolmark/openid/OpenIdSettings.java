package dev.spoolmark.openid;

import dev.spoolmark.core.Secret;
import java.net.URI;
import java.util.List;

/// The OpenID provider of this server, as the operator configured it.
///
/// @param issuer without a slash at the end
/// @param clientSecret empty for a public client
/// @param name of the provider on pages
/// @param autoCreate whether an unknown user gets an account at the first sign-in
public record OpenIdSettings(
        URI issuer, String clientId, Secret clientSecret, List<String> scopes, String name, boolean autoCreate) {

    public OpenIdSettings {
        scopes = List.copyOf(scopes);
    }

    boolean isPublicClient() {
        return clientSecret.reveal().length == 0;
    }
}
