package dev.spoolmark.db;

/// The file is not a complete backup, or not one that this version supports. The message is a clause without a
/// full stop.
public final class InvalidBackupException extends Exception {

    InvalidBackupException(String message) {
        super(message);
    }
}
