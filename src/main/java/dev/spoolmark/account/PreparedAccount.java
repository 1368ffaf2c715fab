package dev.spoolmark.account;

/// A new account that keeps all rules a machine can check beforehand, with its password already hashed.
///
/// Only [Accounts#prepare] makes one. It holds no password.
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
