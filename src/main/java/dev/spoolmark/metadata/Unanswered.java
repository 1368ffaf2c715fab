package dev.spoolmark.metadata;

/// That a source could not be asked, with the reason in one line. It has no stack trace and does not leave the package.
final class Unanswered extends RuntimeException {

    private final String reason;

    Unanswered(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
