package dev.spoolmark.http.body;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Space that the large bodies of all requests share, counted in KiB. A request that finds too little waits in a
/// fair queue. A request must never wait while it holds a share of the same budget.
final class ByteBudget implements BodySpace {

    private static final int UNIT = 1024;

    private final Semaphore units;
    private final int all;
    private final Duration timeout;

    /// @param timeout how long a request waits before it is rejected
    ByteBudget(long bytes, Duration timeout) {
        all = units(bytes);
        units = new Semaphore(all, true);
        this.timeout = timeout;
    }

    /// Reserves `bytes`, or the whole budget if that is less.
    ///
    /// @throws dev.spoolmark.core.ProblemException with `Overloaded` on timeout
    @Override
    public Share reserve(long bytes) {
        int requested = Math.min(units(bytes), all);
        try {
            if (units.tryAcquire(requested, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Share(requested);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(new Problem.Overloaded(HttpLimits.BODY_RETRY));
    }

    /// Reserves `bytes`, or the whole budget if that is less, if no waiting is necessary.
    Optional<Share> tryReserve(long bytes) {
        int requested = Math.min(units(bytes), all);
        try {
            // Unlike the method without a timeout it does not overtake waiting requests.
            return units.tryAcquire(requested, 0, TimeUnit.MILLISECONDS)
                    ? Optional.of(new Share(requested))
                    : Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    long free() {
        return (long) units.availablePermits() * UNIT;
    }

    private static int units(long bytes) {
        return Math.clamp(Math.ceilDiv(bytes, UNIT), 0, Integer.MAX_VALUE);
    }

    /// The space of one body, until closed.
    final class Share implements Reservation {

        private int reserved;

        private Share(int reserved) {
            this.reserved = reserved;
        }

        @Override
        public void shrinkTo(long bytes) {
            int stored = Math.min(units(bytes), reserved);
            units.release(reserved - stored);
            reserved = stored;
        }

        @Override
        public void close() {
            shrinkTo(0);
        }
    }
}
