package dev.spoolmark.metadata;

/// A source could not be queried, with the reason in one line. Without stack trace; it does not leave the
/// package.
public final class SourceUnavailableException extends RuntimeException {

    private final String reason;
    private final boolean isRequestSent;

    /// The source responded, but the response cannot be used.
    public SourceUnavailableException(String reason) {
        this(reason, true);
    }

    /// @param requestSent whether a request was sent
    SourceUnavailableException(String reason, boolean requestSent) {
        super(reason, null, false, false);
        this.reason = reason;
        this.isRequestSent = requestSent;
    }

    boolean isRequestSent() {
        return isRequestSent;
    }

    String reason() {
        return reason;
    }
}
