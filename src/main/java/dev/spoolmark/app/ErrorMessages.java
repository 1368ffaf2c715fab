package dev.spoolmark.app;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.DatabaseException;

/// Error messages of the command line.
public final class ErrorMessages {

    private ErrorMessages() {}

    /// The cause and what to do, in one sentence.
    public static String of(Throwable error) {
        return switch (error) {
            case UserErrorException failure -> failure.message();
            case ProblemException rejected -> of(rejected.problem());
            case DatabaseException failure ->
                "database error (" + failure.getMessage()
                        + "): check that it is running, its URL and the free disk space";
            default -> "internal error (" + error.getClass().getName() + "): please report it";
        };
    }

    public static String of(Problem problem) {
        return switch (problem) {
            case Problem.NotAllowed(String reason) -> reason;
            case Problem.Taken(String value, String subject) -> subject + " '" + value + "' is taken: choose another";
            case Problem.Invalid(String subject) -> "invalid " + subject + ": see `--help` and the manual";
            case Problem.Missing(String field) -> field + " is missing";
            case Problem.NotFound(String subject) -> "there is no such " + subject;
            case Problem.Unreadable(String reason) -> "could not be read: " + reason;
            case Problem.TooMany(long limit, String subject) -> "no more than " + limit + " " + subject;
            case Problem.TooSlow() -> "too slow";
            case Problem.TooBig(long limit, String unit) -> "larger than " + limit + " " + unit;
            case Problem.Overloaded _ -> "the database is overloaded; nothing was stored: try again";
            case Problem.Unavailable unavailable -> unavailable.reason() + ": solve this and try again";
            case Problem.OutcomeUnknown _ -> "the connection was lost and the outcome is unknown: check and try again";
            case Problem.UnknownKey _ -> "the key must be 16 to 64 letters, digits, dashes or underscores";
            case Problem.NotSignedIn _,
                    Problem.NoPermissions _,
                    Problem.NoPermission _,
                    Problem.MethodNotAllowed _,
                    Problem.HeaderTooLarge _,
                    Problem.UnknownBodyEncoding _,
                    Problem.Misdirected _,
                    Problem.Internal _,
                    Problem.NotBuilt _ -> "not supported by this command";
        };
    }
}
