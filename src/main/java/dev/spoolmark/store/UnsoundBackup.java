package dev.spoolmark.store;

/// A file that is no whole backup, or not one that this version can use. Its message says which, without a full stop.
public final class UnsoundBackup extends Exception {

    UnsoundBackup(String message) {
        super(message);
    }
}
