package dev.spoolmark.oauth;

import java.time.Duration;

/// A request to the OAuth provider that is refused. The message is the `error_description`: text for developers,
/// without anything that the client sent.
public final class OAuthException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final OAuthError error;
    private final transient Duration retryAfter;

    public OAuthException(OAuthError error, String description) {
        this(error, description, Duration.ZERO);
    }

    private OAuthException(OAuthError error, String description, Duration retryAfter) {
        super(description, null, false, false);
        this.error = error;
        this.retryAfter = retryAfter;
    }

    /// Too many wrong codes were sent.
    static OAuthException slowDown(Duration retryAfter) {
        return new OAuthException(OAuthError.SLOW_DOWN, "too many wrong codes", retryAfter);
    }

    static OAuthException invalidClient() {
        return new OAuthException(OAuthError.INVALID_CLIENT, "the client is unknown, blocked or sent a wrong secret");
    }

    static OAuthException invalidGrant(String description) {
        return new OAuthException(OAuthError.INVALID_GRANT, description);
    }

    public OAuthError error() {
        return error;
    }

    /// How long to wait after `slow_down`; zero for other errors.
    public Duration retryAfter() {
        return retryAfter;
    }

    public String description() {
        return String.valueOf(getMessage());
    }
}
