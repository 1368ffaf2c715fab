package dev.spoolmark.account.auth;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Lets only so many hash passwords at once, a few more wait in turn, and turns the rest away
/// (`docs/security.md#verification-order`).
public final class HashingLimiter {

    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore free;
    private final int places;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();

    HashingLimiter(int atOnce, int places, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.places = places;
        this.patience = patience;
    }

    public static HashingLimiter forProcessors(int processors) {
        return new HashingLimiter(Math.max(1, processors / 2), WAITING, PATIENCE);
    }

    public <T> T with(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    int waiting() {
        return waiting.get();
    }

    private void acquire() {
        if (free.tryAcquire()) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > places || !free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
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
        return new ProblemException(new Problem.Overloaded(PATIENCE));
    }
}
