package dev.spoolmark.metadata;

/// That a source could not be asked, with the reason in one line. It has no stack trace and does not leave the
/// package.
public final class SourceUnavailableException extends RuntimeException {

    private final String reason;
    private final boolean asked;

    /// It was asked, and its answer cannot be used.
    public SourceUnavailableException(String reason) {
        this(reason, true);
    }

    /// @param asked whether anything was sent to it
    SourceUnavailableException(String reason, boolean asked) {
        super(reason, null, false, false);
        this.reason = reason;
        this.asked = asked;
    }

    boolean asked() {
        return asked;
    }

    String reason() {
        return reason;
    }
}
