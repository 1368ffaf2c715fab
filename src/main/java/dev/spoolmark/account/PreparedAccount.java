package dev.spoolmark.account;

/// A new account that keeps all rules a machine can check beforehand, with its password already hashed.
///
/// Only [Accounts#prepare] makes one. It holds no password.
public final class PreparedAccount {

    private final NewAccount wanted;
    private final String verifier;
    private final boolean weakPassword;

    PreparedAccount(NewAccount wanted, String verifier, boolean weakPassword) {
        this.wanted = wanted;
        this.verifier = verifier;
        this.weakPassword = weakPassword;
    }

    NewAccount wanted() {
        return wanted;
    }

    String verifier() {
        return verifier;
    }

    boolean weakPassword() {
        return weakPassword;
    }
}
