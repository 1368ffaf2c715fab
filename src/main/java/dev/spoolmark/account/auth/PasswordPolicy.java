package dev.spoolmark.account.auth;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import java.nio.charset.StandardCharsets;

/// Converts a typed password to its SHA-1 (`docs/security.md#password-rules`).
public final class PasswordPolicy {

    private static final int MIN_LENGTH = 8;
    private static final int MAX_BYTES = 1_024;

    private PasswordPolicy() {}

    /// Never changes or trims the password.
    ///
    /// @throws ProblemException if it is too short or too long
    public static Secret sha1Of(String typed) {
        boolean tooShort = typed.codePointCount(0, typed.length()) < MIN_LENGTH;
        if (tooShort || typed.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ProblemException(new Problem.Invalid("password (at least 8 characters, at most 1,024 bytes)"));
        }
        return Secret.sha1Of(typed);
    }
}
