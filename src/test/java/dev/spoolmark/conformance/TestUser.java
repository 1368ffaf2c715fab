package dev.spoolmark.conformance;

import dev.spoolmark.account.Account;
import dev.spoolmark.core.Secret;
import java.util.HexFormat;

/// A user of the tests, with the plain password.
public record TestUser(Account account, String password) {

    public String name() {
        return account.name();
    }

    /// The SHA-1 of the password in hex, as clients send it.
    public String sha1() {
        return HexFormat.of().formatHex(Secret.sha1Of(password).reveal());
    }
}
