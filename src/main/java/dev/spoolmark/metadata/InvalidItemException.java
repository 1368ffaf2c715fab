package dev.spoolmark.metadata;

/// Something in a file that is no item, with the reason in words for the person who wrote it. It has no stack trace.
public final class InvalidItemException extends RuntimeException {

    private final String reason;
    private final boolean ofRecord;

    public InvalidItemException(String reason) {
        this(reason, false);
    }

    private InvalidItemException(String reason, boolean ofRecord) {
        super(reason, null, false, false);
        this.reason = reason;
        this.ofRecord = ofRecord;
    }

    /// For which the whole record is refused, wherever in it the reason stands.
    static InvalidItemException record(String reason) {
        return new InvalidItemException(reason, true);
    }

    public String reason() {
        return reason;
    }

    boolean ofRecord() {
        return ofRecord;
    }
}
