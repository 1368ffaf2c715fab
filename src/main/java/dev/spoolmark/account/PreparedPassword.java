package dev.spoolmark.account;

/// The hash of a new password that was accepted. Only [AccountSettings#preparePassword] creates it.
public final class PreparedPassword {

    private final String verifier;

    PreparedPassword(String verifier) {
        this.verifier = verifier;
    }

    String verifier() {
        return verifier;
    }
}
