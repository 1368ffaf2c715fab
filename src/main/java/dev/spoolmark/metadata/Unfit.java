package dev.spoolmark.metadata;

/// Something in a file that is no item, with the reason in words for the person who wrote it. It has no stack trace.
final class Unfit extends RuntimeException {

    private final String reason;
    private final boolean ofRecord;

    Unfit(String reason) {
        this(reason, false);
    }

    private Unfit(String reason, boolean ofRecord) {
        super(reason, null, false, false);
        this.reason = reason;
        this.ofRecord = ofRecord;
    }

    /// For which the whole record is refused, wherever in it the reason stands.
    static Unfit record(String reason) {
        return new Unfit(reason, true);
    }

    String reason() {
        return reason;
    }

    boolean ofRecord() {
        return ofRecord;
    }
}
