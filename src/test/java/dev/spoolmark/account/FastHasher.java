package dev.spoolmark.account;

import dev.spoolmark.account.auth.Argon2CostParameters;
import dev.spoolmark.account.auth.Argon2Hash;
import dev.spoolmark.account.auth.PasswordHasher;

/// A password hasher with the production format and a cost low enough for tests.
public final class FastHasher {

    private FastHasher() {}

    public static PasswordHasher hash() {
        return new Argon2Hash(new Argon2CostParameters(64, 1, 1));
    }
}
