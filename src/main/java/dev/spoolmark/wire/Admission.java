package dev.spoolmark.wire;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// How many requests are worked on at once: so many, a few more that wait a moment, and the rest are sent away. Who
/// would wait too long is sent away at once, and not after having waited. The more urgent goes first.
final class Admission {

    /// What is expected is not what comes: only who should need this part of the patience waits.
    private static final int MARGIN = 4;

    private final Turns turns;

    /// Where those stand who are only told that there is no room.
    private final Turns outside = new Turns(Integer.MAX_VALUE);

    private final int queue;
    private final long patience;
    private final Map<Urgency, Newcomers> lines = new EnumMap<>(Urgency.class);

    Admission(int turns, int queue, Duration patience) {
        this(turns, queue, patience, System::nanoTime);
    }

    /// @param nanos a clock like that of `System.nanoTime`
    Admission(int turns, int queue, Duration patience, LongSupplier nanos) {
        this.turns = new Turns(turns);
        this.queue = queue;
        this.patience = patience.toNanos();
        for (Urgency urgency : Urgency.values()) {
            lines.put(urgency, new Newcomers(this.turns.newLine(), new LinePace(nanos, patience)));
        }
    }

    /// Those of one urgency who wait, and how fast they come to their turns.
    private record Newcomers(Turns.Line line, LinePace pace) {

        int standing() {
            return line.standing();
        }

        long expected() {
            return pace.nanosFor(standing());
        }
    }

    Crowd crowd() {
        return new Crowd(turns.given(), waiting());
    }

    /// A turn to work, or empty when the server is full.
    ///
    /// @param asked asked only when no turn is free
    Optional<Turn> enter(Supplier<Urgency> asked) {
        if (turns.takeAtOnce()) {
            return Optional.of(new Turn(turns));
        }
        Urgency urgency = asked.get();
        if (isFull(urgency)) {
            return Optional.empty();
        }
        Newcomers others = Objects.requireNonNull(lines.get(urgency));
        LinePace pace = others.pace();
        long began = pace.now();
        try {
            if (turns.takeWithin(patience, others.line(), () -> pace.moved(began))) {
                return Optional.of(new Turn(turns));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        pace.moved(began);
        return Optional.empty();
    }

    /// Whether a newcomer would be sent away. Where there is no room for the urgent there is none for the others.
    boolean isFull(Urgency urgency) {
        if (turns.anyLeft()) {
            return false;
        }
        int ahead = 0;
        long longest = 0;
        for (Map.Entry<Urgency, Newcomers> line : lines.entrySet()) {
            if (line.getKey().compareTo(urgency) <= 0) {
                ahead += line.getValue().standing();
                longest = Math.max(longest, line.getValue().expected());
            }
        }
        return ahead >= queue || longest > patience / MARGIN;
    }

    /// How many newcomers wait.
    int waiting() {
        int waiting = 0;
        for (Newcomers line : lines.values()) {
            waiting += line.standing();
        }
        return waiting;
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

        /// Lends the turn back, unless it was given back for good: what is left of a body is read away without one.
        void pause() {
            if (!over) {
                turns.giveBack();
            }
        }

        void resume() {
            if (!over) {
                turns.takeAgain();
            }
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
