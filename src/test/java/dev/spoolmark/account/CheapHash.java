package dev.spoolmark.account;

/// Hashes as in earnest, only with so little work that a test run has time for it.
public final class CheapHash {

    private CheapHash() {}

    public static PasswordHash hash() {
        return new Argon2Hash(new Argon2Cost(64, 1, 1));
    }
}
