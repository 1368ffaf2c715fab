package dev.spoolmark.db;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// A write and the thread that waits for its outcome.
final class WriteJob<T extends @Nullable Object> {

    private final Database.Work<T> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private @Nullable T value;
    private @Nullable Throwable failure;

    WriteJob(Database.Work<T> work) {
        this.work = work;
    }

    /// Runs the work. Returns false if it threw and must be rolled back.
    boolean run(Tx tx) {
        try {
            value = work.run(tx);
            return true;
        } catch (Throwable any) {
            failure = any;
            return false;
        }
    }

    /// The exception of the work, if any.
    @Nullable
    Throwable failure() {
        return failure;
    }

    /// Completes the job: with its own exception, else with the one of the commit, else with its value.
    ///
    /// @param ofAll why the commit failed; null if it succeeded
    @SuppressWarnings("NullAway") // null is a value where T allows it
    void complete(@Nullable RuntimeException ofAll) {
        Throwable thrown = failure == null ? ofAll : failure;
        if (thrown == null) {
            outcome.complete(value);
        } else {
            outcome.completeExceptionally(thrown);
        }
    }

    T await() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw rethrowable(e);
        }
    }

    private static RuntimeException rethrowable(CompletionException e) {
        return switch (e.getCause()) {
            case Error error -> throw error;
            case DatabaseException failure -> failure.rejected();
            case RuntimeException fault -> fault;
            case null, default -> e;
        };
    }
}
