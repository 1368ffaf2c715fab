package dev.spoolmark.account;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;

/// The result for one of several accounts that are created together.
public sealed interface CreateAccountResult {

    /// It was created. `weakPassword` states whether the password is a common one.
    record Created(Account account, boolean weakPassword) implements CreateAccountResult {}

    /// It was rejected, and nothing of it was stored.
    record Rejected(Problem problem) implements CreateAccountResult {}

    default Created orElseThrow() {
        return switch (this) {
            case Created created -> created;
            case Rejected(Problem problem) -> throw new ProblemException(problem);
        };
    }
}
