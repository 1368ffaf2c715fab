package dev.spoolmark.account;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Extracts the [Problem] of a rejected call.
public final class ProblemAssertions {

    private ProblemAssertions() {}

    public static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }
}
