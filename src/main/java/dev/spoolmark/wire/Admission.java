package dev.spoolmark.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How many requests are worked on at once: so many, a few more that wait a moment, and the rest are sent away. Who
/// would wait too long is sent away at once, and not after having waited.
final class Admission {

    /// The newest of the times that a place takes counts for one part of so many.
    private static final int SMOOTHING = 16;

    /// What is expected is not what comes: only who should need this part of the patience waits.
    private static final int MARGIN = 4;

    private final Turns turns;

    /// Where those stand who are only told that there is no room.
    private final Turns outside = new Turns(Integer.MAX_VALUE);

    private final int queue;
    private final long patience;
    private final LongSupplier nanos;

    /// When the last newcomer of the line got its turn, and how long each took of late.
    private volatile long lastGranted;

    private volatile long nanosAPlace;

    Admission(int turns, int queue, Duration patience) {
        this(turns, queue, patience, System::nanoTime);
    }

    /// @param nanos a clock like that of `System.nanoTime`
    Admission(int turns, int queue, Duration patience, LongSupplier nanos) {
        this.turns = new Turns(turns);
        this.queue = queue;
        this.patience = patience.toNanos();
        this.nanos = nanos;
        this.lastGranted = nanos.getAsLong();
    }

    Crowd crowd() {
        return new Crowd(turns.given(), waiting());
    }

    /// A turn to work, or empty when the server is full.
    Optional<Turn> enter() {
        if (turns.takeAtOnce()) {
            return Optional.of(new Turn(turns));
        }
        if (isFull()) {
            return Optional.empty();
        }
        long began = nanos.getAsLong();
        try {
            return turns.takeWithin(patience, () -> granted(began)) ? Optional.of(new Turn(turns)) : Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Whether a newcomer would be sent away.
    boolean isFull() {
        int ahead = waiting();
        return ahead >= queue ? !turns.anyLeft() : ahead * nanosAPlace > patience / MARGIN;
    }

    /// One at a time is called.
    private void granted(long began) {
        long now = nanos.getAsLong();
        long took = now - Math.max(lastGranted, began);
        lastGranted = now;
        long before = nanosAPlace;
        nanosAPlace = before + (took - before) / SMOOTHING;
    }

    /// How many newcomers wait.
    int waiting() {
        return turns.newcomers();
    }

    /// What somebody has who is only told that there is no room.
    Turn beyond() {
        outside.takeAgain();
        return new Turn(outside);
    }

    /// One turn in use. It is lent back while its holder only waits for the network: slow clients cost no turns.
    static final class Turn implements AutoCloseable {

        private final Turns turns;
        private boolean over;

        private Turn(Turns turns) {
            this.turns = turns;
        }

        void pause() {
            turns.giveBack();
        }

        void resume() {
            turns.takeAgain();
        }

        /// Gives the turn back, once.
        @Override
        public void close() {
            if (!over) {
                over = true;
                turns.giveBack();
            }
        }
    }
}
