package dev.spoolmark.app;

/// An error of a command, as one sentence that says what to do.
///
/// It has no stack trace, since it is for the user.
public final class UserErrorException extends RuntimeException {

    /// Exit code of a failed command.
    public static final int FAILED = 1;

    /// Exit code for wrong usage.
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
