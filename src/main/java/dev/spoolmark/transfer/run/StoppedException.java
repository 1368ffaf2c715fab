package dev.spoolmark.transfer.run;

/// The user has stopped an import, or another server works on it. Nothing of the present batch is stored.
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("the import was stopped");
    }
}
