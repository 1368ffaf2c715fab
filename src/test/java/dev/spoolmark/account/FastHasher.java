package dev.spoolmark.account;

import dev.spoolmark.account.auth.Argon2CostParameters;
import dev.spoolmark.account.auth.Argon2Hash;
import dev.spoolmark.account.auth.PasswordHasher;

/// Hashes as in earnest, only with so little work that a test run has time for it.
public final class FastHasher {

    private FastHasher() {}

    public static PasswordHasher hash() {
        return new Argon2Hash(new Argon2CostParameters(64, 1, 1));
    }
}
