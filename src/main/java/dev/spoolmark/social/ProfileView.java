package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;

/// The right to look at one person's things. Only [Gate] gives it, and nothing of a person's can be read without it,
/// so that no method can forget to ask (`docs/security.md#sec-p1`).
public final class ProfileView {

    private final Account account;

    ProfileView(Account account) {
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
