package dev.spoolmark.account.auth;

import dev.spoolmark.core.Secret;

/// Turns the SHA-1 of a password into what is kept of it, and tells whether the two fit.
///
/// Every call is slow on purpose, and safe to make from many threads at once.
public interface PasswordHasher {

    /// What to keep: salted, so that the same password never looks the same twice.
    String hash(Secret sha1);

    /// What stands in for a password where there is none: it takes as long to try, and nothing fits. Made at once,
    /// so that a start does not wait for a hash.
    String dummyHash();

    /// Whether `kept` was made from `sha1`; takes the same time either way.
    boolean matches(Secret sha1, String stored);

    /// Whether `kept` was made at another cost than is asked for today.
    boolean needsRehash(String stored);

    /// Argon2id at `cost`, which must not be below [Argon2CostParameters#FLOOR].
    static PasswordHasher argon2(Argon2CostParameters cost) {
        if (cost.isBelow(Argon2CostParameters.FLOOR)) {
            throw new IllegalArgumentException("cost of passwords is below the floor " + Argon2CostParameters.FLOOR);
        }
        return new Argon2Hash(cost);
    }
}
