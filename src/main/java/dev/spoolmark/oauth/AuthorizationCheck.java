package dev.spoolmark.oauth;

/// The outcome of checking an authorization request.
public sealed interface AuthorizationCheck {

    /// The user decides on it.
    record Accepted(AuthorizationRequest request) implements AuthorizationCheck {}

    /// The application or its redirect address is not known to be genuine, so the error is shown on our page and
    /// nothing is sent there (RFC 6749, 4.1.2.1).
    record Shown(OAuthError error, String description) implements AuthorizationCheck {}

    /// The error is sent to the redirect address.
    ///
    /// @param location the address with the error
    record Redirected(String location) implements AuthorizationCheck {}
}
