package dev.spoolmark.account;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;

/// What became of one of many accounts asked for together.
public sealed interface Creation {

    /// It exists. `weakPassword` says that the password is one of the first that anyone would guess.
    record Created(Account account, boolean weakPassword) implements Creation {}

    /// It could not be made, and nothing of it was kept.
    record Refused(Problem problem) implements Creation {}

    default Created orRefuse() {
        return switch (this) {
            case Created created -> created;
            case Refused(Problem problem) -> throw new Refusal(problem);
        };
    }
}
