package dev.spoolmark.db;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// One piece of work for the writer and the caller that waits for its outcome.
final class WriteJob<T extends @Nullable Object> {

    private final Database.Work<T> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private @Nullable T value;
    private @Nullable Throwable fault;

    WriteJob(Database.Work<T> work) {
        this.work = work;
    }

    /// Runs the work; false when it threw, whatever it was, and must be taken back.
    boolean run(Tx tx) {
        try {
            value = work.run(tx);
            return true;
        } catch (Throwable any) {
            fault = any;
            return false;
        }
    }

    /// What the work threw, if it did.
    @Nullable
    Throwable fault() {
        return fault;
    }

    /// Lets the caller go on: with its own fault if it had one, else with that of all, else with its value.
    ///
    /// @param ofAll why the transaction was not kept; null when it was
    @SuppressWarnings("NullAway") // null is a value where T allows it
    void answer(@Nullable RuntimeException ofAll) {
        Throwable thrown = fault == null ? ofAll : fault;
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
            case DatabaseException failure -> failure.refused();
            case RuntimeException fault -> fault;
            case null, default -> e;
        };
    }
}
