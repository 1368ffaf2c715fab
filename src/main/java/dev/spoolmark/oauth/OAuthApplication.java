package dev.spoolmark.oauth;

import dev.spoolmark.account.Application;
import dev.spoolmark.account.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application as OAuth knows it.
///
/// @param application its key is the `client_id`
/// @param redirectUris exact addresses; empty when none is known yet
/// @param owner the user who registered it; null for the operator and for an application that is not registered
public record OAuthApplication(
        Application application,
        ClientType type,
        List<String> redirectUris,
        @Nullable UserId owner,
        boolean blocked) {

    public OAuthApplication {
        redirectUris = List.copyOf(redirectUris);
    }

    /// Whether the first redirect address that a user approves becomes its address.
    boolean acceptsFirstRedirectUri() {
        return redirectUris.isEmpty() && (!application.registered() || type == ClientType.UNDETERMINED);
    }

    public String clientId() {
        return application.key();
    }
}
