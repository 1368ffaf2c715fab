package dev.spoolmark.db;

/// A file that is no whole backup, or not one that this version can use. Its message says which, without a full
/// stop.
public final class InvalidBackupException extends Exception {

    InvalidBackupException(String message) {
        super(message);
    }
}
