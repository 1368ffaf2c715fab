package dev.spoolmark.account.auth;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import java.nio.charset.StandardCharsets;

/// A password as a person typed it, for as long as it takes to turn it into its SHA-1
/// (`docs/security.md#password-rules`).
public final class PasswordPolicy {

    private static final int SHORTEST = 8;
    private static final int LONGEST_BYTES = 1_024;

    private PasswordPolicy() {}

    /// Refuses one that is too short or too long; never changes or trims it.
    public static Secret sha1Of(String typed) {
        boolean tooShort = typed.codePointCount(0, typed.length()) < SHORTEST;
        if (tooShort || typed.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new ProblemException(new Problem.Invalid("password (at least 8 characters, at most 1,024 bytes)"));
        }
        return Secret.sha1Of(typed);
    }
}
