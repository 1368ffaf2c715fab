package dev.spoolmark.account;

import dev.spoolmark.kernel.Secret;

/// Turns the SHA-1 of a password into what is kept of it, and tells whether the two fit.
///
/// Every call is slow on purpose, and safe to make from many threads at once.
public interface PasswordHash {

    /// What to keep: salted, so that the same password never looks the same twice.
    String keep(Secret sha1);

    /// What stands in for a password where there is none: it takes as long to try, and nothing fits. Made at once, so
    /// that a start does not wait for a hash.
    String unmatched();

    /// Whether `kept` was made from `sha1`; takes the same time either way.
    boolean fits(Secret sha1, String kept);

    /// Whether `kept` was made at another cost than is asked for today.
    boolean isOutdated(String kept);

    /// Argon2id at `cost`, which must not be below [Argon2Cost#FLOOR].
    static PasswordHash argon2(Argon2Cost cost) {
        if (cost.isBelow(Argon2Cost.FLOOR)) {
            throw new IllegalArgumentException("cost of passwords is below the floor " + Argon2Cost.FLOOR);
        }
        return new Argon2Hash(cost);
    }
}
