package dev.spoolmark.account.auth;

import dev.spoolmark.core.Secret;

/// Hashes the SHA-1 of passwords, and verifies them.
///
/// Every call is slow on purpose, and may be made by several threads at the same time.
public interface PasswordHasher {

    /// A salted hash: the result for the same password is different each time.
    String hash(Secret sha1);

    /// A hash for accounts without a password: verifying takes as long, and no password matches. Created without
    /// hashing, so that it does not delay the start.
    String dummyHash();

    /// Whether `stored` is a hash of `sha1`; takes the same time either way.
    boolean matches(Secret sha1, String stored);

    /// Whether `stored` was created with other cost parameters than the current ones.
    boolean needsRehash(String stored);

    /// Argon2id with `cost`, which must not be below [Argon2CostParameters#MINIMUM].
    static PasswordHasher argon2(Argon2CostParameters cost) {
        if (cost.isBelow(Argon2CostParameters.MINIMUM)) {
            throw new IllegalArgumentException("cost of passwords is below the floor " + Argon2CostParameters.MINIMUM);
        }
        return new Argon2Hash(cost);
    }
}
