package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;

/// The right to look at one person's things. Only [Gate] gives it, and nothing of a person's can be read without it,
/// so that no method can forget to ask (`SEC-P1`).
public final class Sight {

    private final Account account;

    Sight(Account account) {
        this.account = account;
    }

    /// Whose things may be seen.
    public UserId owner() {
        return account.id();
    }

    public Account account() {
        return account;
    }
}
