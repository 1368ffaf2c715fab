package dev.spoolmark.metadata;

/// Something in a file that is no item, with the reason in words for the person who wrote it. It has no stack trace.
final class Unfit extends RuntimeException {

    private final String reason;

    Unfit(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
