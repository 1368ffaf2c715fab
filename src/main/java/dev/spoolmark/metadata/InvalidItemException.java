package dev.spoolmark.metadata;

/// A part of a file that is not a valid item, with the reason for the author of the file. Without stack
/// trace.
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

    /// An error for which the whole record is refused, wherever it occurs.
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
