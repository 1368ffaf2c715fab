package dev.spoolmark.oauth;

import java.util.Locale;

/// The error codes of OAuth 2 (RFC 6749, 4.1.2.1 and 5.2; RFC 8628, 3.5).
public enum OAuthError {
    ACCESS_DENIED,
    INVALID_CLIENT,
    INVALID_GRANT,
    INVALID_REQUEST,
    INVALID_SCOPE,

    /// Too many wrong codes; see [OAuthException#retryAfter].
    SLOW_DOWN,

    UNSUPPORTED_GRANT_TYPE,
    UNSUPPORTED_RESPONSE_TYPE;

    /// The code as it is sent, for example `invalid_grant`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
