package dev.spoolmark.app;

/// Why a command could not do its work, in one sentence that says what to do about it.
///
/// It has no stack trace: it is for the person at the keyboard, not for us.
public final class UserErrorException extends RuntimeException {

    /// What a command that could not do its work exits with.
    public static final int FAILED = 1;

    /// What a command that was called in a wrong way exits with.
    public static final int WRONG_USAGE = 2;

    private final int exitCode;

    private UserErrorException(String sentence, int exitCode) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    public static UserErrorException of(String sentence) {
        return new UserErrorException(sentence, FAILED);
    }

    public static UserErrorException usage(String sentence) {
        return new UserErrorException(sentence, WRONG_USAGE);
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public int exitCode() {
        return exitCode;
    }
}
