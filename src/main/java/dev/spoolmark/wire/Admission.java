package dev.spoolmark.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How many requests are worked on at once: so many, a few more that wait a moment, and the rest are sent away.
///
/// Who was let in and only waited for the network goes before who is new: else all that are let in wait again for each
/// piece of their body, behind ever more newcomers, and none comes to its end. Who would wait too long is sent away at
/// once, and not after having waited.
final class Admission {

    private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(10);

    /// The newest of the times that a place takes counts for one part of so many.
    private static final int SMOOTHING = 16;

    private final Turns turns;
    private final Semaphore places;
    private final int queue;
    private final long patience;
    private final LongSupplier nanos;

    /// Held by the one newcomer that is next; all others wait behind it, and not for a turn.
    private final Semaphore next = new Semaphore(1, true);

    private final AtomicLong felt;

    /// When the last newcomer of the queue got its turn, and how long each took of late; written by who holds `next`.
    private volatile long lastGranted;

    private volatile long nanosAPlace;

    Admission(int turns, int queue, Duration patience) {
        this(turns, queue, patience, System::nanoTime);
    }

    /// @param nanos a clock like that of `System.nanoTime`
    Admission(int turns, int queue, Duration patience, LongSupplier nanos) {
        this.turns = new Turns(turns);
        this.places = new Semaphore(queue);
        this.queue = queue;
        this.patience = patience.toNanos();
        this.nanos = nanos;
        this.felt = new AtomicLong(nanos.getAsLong());
        this.lastGranted = nanos.getAsLong();
    }

    Crowd crowd() {
        return new Crowd(turns.given(), waiting());
    }

    /// A turn to work, or empty when the server is full.
    Optional<Turn> enter() {
        if (enterAtOnce()) {
            return Optional.of(new Turn(turns));
        }
        long began = nanos.getAsLong();
        feel(began);
        int ahead = waiting();
        if (ahead * nanosAPlace > patience / 2 || !places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return enterInTime(began) ? Optional.of(new Turn(turns)) : Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    /// Takes no lock: two newcomers at once may both get in here, and nobody is overtaken by more than that.
    private boolean enterAtOnce() {
        return next.availablePermits() > 0 && !turns.hasQueuedThreads() && turns.tryAcquire();
    }

    private boolean enterInTime(long began) throws InterruptedException {
        if (!next.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            boolean entered = turns.tryAcquire(began + patience - nanos.getAsLong(), TimeUnit.NANOSECONDS);
            granted(began);
            return entered;
        } finally {
            next.release();
        }
    }

    private void granted(long began) {
        long now = nanos.getAsLong();
        long took = now - Math.max(lastGranted, began);
        lastGranted = now;
        long before = nanosAPlace;
        nanosAPlace = before + (took - before) / SMOOTHING;
    }

    /// Looks how late a new thread comes to run. Only who finds no turn looks, and only now and then.
    private void feel(long now) {
        long before = felt.get();
        if (now - before > BEAT && felt.compareAndSet(before, now)) {
            Thread.ofVirtual().start(() -> turns.adapt(Duration.ofNanos(nanos.getAsLong() - now)));
        }
    }

    /// How many newcomers wait.
    int waiting() {
        return queue - places.availablePermits();
    }

    /// What somebody has who is only told that there is no room.
    Turn beyond() {
        return new Turn(new Semaphore(1));
    }

    /// One turn in use. It is lent back while its holder only waits for the network: slow clients cost no turns.
    static final class Turn implements AutoCloseable {

        private final Semaphore turns;
        private boolean over;

        private Turn(Semaphore turns) {
            this.turns = turns;
        }

        void pause() {
            turns.release();
        }

        void resume() {
            turns.acquireUninterruptibly();
        }

        /// Gives the turn back, once.
        @Override
        public void close() {
            if (!over) {
                over = true;
                turns.release();
            }
        }
    }
}
