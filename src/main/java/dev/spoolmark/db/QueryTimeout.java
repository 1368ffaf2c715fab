package dev.spoolmark.db;

import java.time.Duration;
import java.util.Optional;

/// Time limit of database work for a request (`docs/security.md#sec-i5`). Commands and background tasks have
/// none.
///
/// On SQLite a read stops at the limit; writes are short and are not stopped. PostgreSQL stops any statement,
/// with a resolution of one second. In both cases the work fails with `Problem.Overloaded`, and a write is
/// rolled back.
public final class QueryTimeout {

    private static final ScopedValue<Duration> TIMEOUT = ScopedValue.newInstance();

    private static final ScopedValue<Boolean> URGENT = ScopedValue.newInstance();

    private QueryTimeout() {}

    /// Runs `work` with a limit of `budget` for each read.
    public static <T, X extends Throwable> T with(Duration budget, ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        return ScopedValue.where(TIMEOUT, budget).<T, X>call(work);
    }

    /// The limit of the current work.
    public static Optional<Duration> current() {
        return TIMEOUT.isBound() ? Optional.of(TIMEOUT.get()) : Optional.empty();
    }

    /// Runs `work` with access to the reserved readers. Requests that store data, and their sign-in, do not
    /// wait for slow reads.
    public static <T, X extends Throwable> T urgently(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(URGENT, true).<T, X>call(work);
    }

    /// Whether the current work is urgent.
    static boolean isUrgent() {
        return URGENT.isBound();
    }
}
