package dev.spoolmark.oauth;

import dev.spoolmark.account.Application;
import org.jspecify.annotations.Nullable;

/// A client of the token endpoint that proved who it is, as far as its type allows.
///
/// @param newSecretHash the hash of the first secret of an application that is not registered; it is stored with
///     the first token
public record AuthenticatedClient(
        Application application, ClientType type, @Nullable String newSecretHash) {

    public String clientId() {
        return application.key();
    }

    /// Whether it sent a secret, so that it need not use PKCE.
    boolean hasSecret() {
        return type == ClientType.CONFIDENTIAL || newSecretHash != null;
    }
}
