package dev.spoolmark.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many requests are worked on at once: so many, a few more that wait a moment, and the rest are sent away.
final class Admission {

    private final int most;
    private final int queue;
    private final Semaphore permits;
    private final Semaphore places;
    private final Duration wait;

    Admission(int permits, int queue, Duration wait) {
        this.most = permits;
        this.queue = queue;
        this.permits = new Semaphore(permits, true);
        this.places = new Semaphore(queue);
        this.wait = wait;
    }

    Crowd crowd() {
        return new Crowd(most - permits.availablePermits(), queue - places.availablePermits());
    }

    /// A turn to work, or empty when the server is full.
    Optional<Turn> enter() {
        if (permits.tryAcquire()) {
            return Optional.of(new Turn(permits));
        }
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return permits.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)
                    ? Optional.of(new Turn(permits))
                    : Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    /// What somebody has who is only told that there is no room.
    Turn beyond() {
        return new Turn(new Semaphore(1));
    }

    /// One permit in use. It is lent back while its holder only waits for the network: slow clients cost no turns.
    static final class Turn implements AutoCloseable {

        private final Semaphore permits;
        private boolean over;

        private Turn(Semaphore permits) {
            this.permits = permits;
        }

        void pause() {
            permits.release();
        }

        void resume() {
            permits.acquireUninterruptibly();
        }

        /// Gives the permit back, once.
        @Override
        public void close() {
            if (!over) {
                over = true;
                permits.release();
            }
        }
    }
}
