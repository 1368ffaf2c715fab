package dev.spoolmark.wire;

import java.util.concurrent.atomic.AtomicLong;

/// The memory that all large bodies share.
final class BodyBudget {

    private final AtomicLong free;

    BodyBudget(long bytes) {
        free = new AtomicLong(bytes);
    }

    /// Takes `bytes`, or nothing when there are not that many.
    boolean reserve(long bytes) {
        long now = free.get();
        while (now >= bytes) {
            long seen = free.compareAndExchange(now, now - bytes);
            if (seen == now) {
                return true;
            }
            now = seen;
        }
        return false;
    }

    void release(long bytes) {
        free.addAndGet(bytes);
    }

    long free() {
        return free.get();
    }
}
