package dev.spoolmark.store;

import java.time.Duration;
import java.util.Optional;

/// How long one piece of reading may take, for somebody who waits for the answer (`SEC-I5`). Commands, and what the
/// server does by itself, have none.
///
/// SQLite ends a statement that is still running then, and the read refuses with `Problem.Overloaded`. PostgreSQL has
/// one time for every statement, set when a connection is made.
public final class ReadBudget {

    private static final ScopedValue<Duration> GIVEN = ScopedValue.newInstance();

    private ReadBudget() {}

    /// Does `work`, each read of which may take as long as `budget`.
    public static <T, X extends Throwable> T within(Duration budget, ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        return ScopedValue.where(GIVEN, budget).<T, X>call(work);
    }

    /// What the work at hand was given.
    public static Optional<Duration> given() {
        return GIVEN.isBound() ? Optional.of(GIVEN.get()) : Optional.empty();
    }
}
