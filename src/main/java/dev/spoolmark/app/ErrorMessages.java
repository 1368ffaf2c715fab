package dev.spoolmark.app;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.DatabaseException;

/// The words of the command line for everything that can go wrong below it.
public final class ErrorMessages {

    private ErrorMessages() {}

    /// Why something failed and what to do, in one sentence.
    public static String of(Throwable fault) {
        return switch (fault) {
            case UserErrorException failure -> failure.message();
            case ProblemException refusal -> of(refusal.problem());
            case DatabaseException failure ->
                "the database failed (" + failure.getMessage()
                        + "): check that it runs, that its address is right and that the disk is not full";
            default -> "something went wrong on our side (" + fault.getClass().getName() + "): please report it";
        };
    }

    public static String of(Problem problem) {
        return switch (problem) {
            case Problem.NotAllowed(String reason) -> reason;
            case Problem.Taken(String value, String what) -> what + " '" + value + "' is taken: choose another";
            case Problem.Invalid(String what) -> what + " is not one that can be used: see `--help` and the manual";
            case Problem.Missing(String field) -> field + " is missing";
            case Problem.NotFound(String what) -> "there is no such " + what;
            case Problem.Unreadable(String reason) -> "cannot be read: " + reason;
            case Problem.TooMany(long limit, String what) -> "no more than " + limit + " " + what;
            case Problem.TooSlow() -> "too slow";
            case Problem.TooBig(long limit, String unit) -> "larger than " + limit + " " + unit;
            case Problem.Overloaded _ -> "the database did not take it; nothing was stored: try again";
            case Problem.Unavailable unavailable -> unavailable.reason() + ": try again when that has ended";
            case Problem.OutcomeUnknown _ -> "the outcome is not known; repeat the request";
            case Problem.UnknownKey _ -> "the key must be 16 to 64 letters, digits, dashes or underscores";
            case Problem.NotSignedIn _,
                    Problem.NoPermissions _,
                    Problem.NoPermission _,
                    Problem.WrongVerb _,
                    Problem.HeaderTooLarge _,
                    Problem.UnknownBodyEncoding _,
                    Problem.Misdirected _,
                    Problem.Internal _,
                    Problem.NotBuilt _ -> "that is not possible here";
        };
    }
}
