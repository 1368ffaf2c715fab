package dev.spoolmark.db;

import java.time.Duration;
import java.util.Optional;

/// How long the store may take for somebody who waits for the answer (`docs/security.md#sec-i5`). Commands, and what
/// the server does by itself, have none.
///
/// SQLite ends a read that is still running then; its writes are short, and not cut. PostgreSQL ends any statement
/// that takes longer, counted in whole seconds. Either way the work refuses with `Problem.Overloaded`, and a write
/// is undone.
public final class QueryTimeout {

    private static final ScopedValue<Duration> GIVEN = ScopedValue.newInstance();

    private static final ScopedValue<Boolean> URGENT = ScopedValue.newInstance();

    private QueryTimeout() {}

    /// Does `work`, each read of which may take as long as `budget`.
    public static <T, X extends Throwable> T with(Duration budget, ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        return ScopedValue.where(GIVEN, budget).<T, X>call(work);
    }

    /// What the work at hand was given.
    public static Optional<Duration> current() {
        return GIVEN.isBound() ? Optional.of(GIVEN.get()) : Optional.empty();
    }

    /// Does `work`, whose reads may use the connection that is reserved for what cannot wait. Neither a request that
    /// stores what somebody did nor the sign-in before it stands behind slow reads.
    public static <T, X extends Throwable> T urgently(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(URGENT, true).<T, X>call(work);
    }

    /// Whether the work at hand is urgent.
    static boolean isUrgent() {
        return URGENT.isBound();
    }
}
