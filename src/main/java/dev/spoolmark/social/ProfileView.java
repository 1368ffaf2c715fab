package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;

/// Access to the data of one user. Only [ProfileAccess] creates it, and no data of a user can be read without
/// it, so that no method can omit the check (`docs/security.md#sec-p1`).
public final class ProfileView {

    private final Account account;

    ProfileView(Account account) {
        this.account = account;
    }

    /// The user whose data may be read.
    public UserId owner() {
        return account.id();
    }

    public Account account() {
        return account;
    }
}
