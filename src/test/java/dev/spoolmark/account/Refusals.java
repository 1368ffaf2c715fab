package dev.spoolmark.account;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Reads why something was refused.
final class Refusals {

    private Refusals() {}

    static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).problem();
    }
}
