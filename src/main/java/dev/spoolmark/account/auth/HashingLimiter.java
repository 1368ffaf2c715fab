package dev.spoolmark.account.auth;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Limits the number of concurrent password hashes. A few more requests wait in a queue; all others are rejected
/// (`docs/security.md#verification-order`).
public final class HashingLimiter {

    private static final int MAX_WAITING = 64;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Semaphore permits;
    private final int maxWaiting;
    private final Duration timeout;
    private final AtomicInteger waiting = new AtomicInteger();

    HashingLimiter(int maxConcurrent, int maxQueued, Duration timeout) {
        this.permits = new Semaphore(maxConcurrent, true);
        this.maxWaiting = maxQueued;
        this.timeout = timeout;
    }

    public static HashingLimiter forProcessors(int processors) {
        return new HashingLimiter(Math.max(1, processors / 2), MAX_WAITING, TIMEOUT);
    }

    public <T> T with(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    int waiting() {
        return waiting.get();
    }

    private void acquire() {
        if (permits.tryAcquire()) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > maxWaiting
                    || !permits.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static ProblemException overloaded() {
        return new ProblemException(new Problem.Overloaded(TIMEOUT));
    }
}
