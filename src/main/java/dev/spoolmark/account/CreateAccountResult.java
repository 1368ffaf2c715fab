package dev.spoolmark.account;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;

/// What became of one of many accounts asked for together.
public sealed interface CreateAccountResult {

    /// It exists. `weakPassword` says that the password is one of the first that anyone would guess.
    record Created(Account account, boolean weakPassword) implements CreateAccountResult {}

    /// It could not be made, and nothing of it was kept.
    record Refused(Problem problem) implements CreateAccountResult {}

    default Created orRefuse() {
        return switch (this) {
            case Created created -> created;
            case Refused(Problem problem) -> throw new ProblemException(problem);
        };
    }
}
