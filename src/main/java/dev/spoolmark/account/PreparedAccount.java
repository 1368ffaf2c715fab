package dev.spoolmark.account;

/// A valid new account with a hashed password. Only uniqueness has not been checked.
///
/// Created only by [AccountCreation#prepare] and [AccountCreation#prepareDemo]. It does not contain the password.
public final class PreparedAccount {

    private final NewAccount newAccount;
    private final String verifier;
    private final boolean weakPassword;

    PreparedAccount(NewAccount newAccount, String verifier, boolean weakPassword) {
        this.newAccount = newAccount;
        this.verifier = verifier;
        this.weakPassword = weakPassword;
    }

    public boolean isAdministrator() {
        return newAccount.admin();
    }

    NewAccount newAccount() {
        return newAccount;
    }

    String verifier() {
        return verifier;
    }

    boolean weakPassword() {
        return weakPassword;
    }
}
