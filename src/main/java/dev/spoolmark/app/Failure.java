package dev.spoolmark.app;

/// Why a command could not do its work, in one sentence that says what to do about it.
///
/// It has no stack trace: it is for the person at the keyboard, not for us.
public final class Failure extends RuntimeException {

    /// What a command that could not do its work exits with.
    public static final int FAILED = 1;

    /// What a command that was called in a wrong way exits with.
    public static final int WRONG_USAGE = 2;

    private final int exitCode;

    private Failure(String sentence, int exitCode) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    public static Failure of(String sentence) {
        return new Failure(sentence, FAILED);
    }

    public static Failure usage(String sentence) {
        return new Failure(sentence, WRONG_USAGE);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public int exitCode() {
        return exitCode;
    }
}
