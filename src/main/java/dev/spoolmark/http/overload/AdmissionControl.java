package dev.spoolmark.http.overload;

import dev.spoolmark.http.RequestPriority;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How many requests are worked on at once: so many, a few more that wait a moment, and the rest are sent away. Who
/// would wait too long is sent away at once, and not after having waited. The more urgent goes first.
public final class AdmissionControl {

    /// What is expected is not what comes: only who should need this part of the patience waits.
    private static final int MARGIN = 4;

    private final PrioritySemaphore turns;

    /// Where those stand who are only told that there is no room.
    private final PrioritySemaphore outside = new PrioritySemaphore(Integer.MAX_VALUE);

    private final int queue;
    private final long patience;
    private final Map<RequestPriority, PriorityQueueState> lines = new EnumMap<>(RequestPriority.class);

    public AdmissionControl(int turns, int queue, Duration patience) {
        this(turns, queue, patience, System::nanoTime);
    }

    /// @param nanos a clock like that of `System.nanoTime`
    AdmissionControl(int turns, int queue, Duration patience, LongSupplier nanos) {
        this.turns = new PrioritySemaphore(turns);
        this.queue = queue;
        this.patience = patience.toNanos();
        for (RequestPriority urgency : RequestPriority.values()) {
            lines.put(urgency, new PriorityQueueState(this.turns.newLine(), new QueueWaitEstimator(nanos, patience)));
        }
    }

    /// Those of one urgency who wait, and how fast they come to their turns.
    private record PriorityQueueState(PrioritySemaphore.WaitQueue line, QueueWaitEstimator pace) {

        int standing() {
            return line.standing();
        }

        long expected() {
            return pace.expectedWaitNanos(standing());
        }
    }

    public ServerLoad load() {
        return new ServerLoad(turns.inUse(), waiting());
    }

    /// A turn to work, or empty when the server is full.
    ///
    public Optional<Permit> enter(RequestPriority urgency) {
        if (turns.tryAcquire()) {
            return Optional.of(new Permit(turns));
        }
        if (isFull(urgency)) {
            return Optional.empty();
        }
        PriorityQueueState others = Objects.requireNonNull(lines.get(urgency));
        QueueWaitEstimator pace = others.pace();
        long began = pace.now();
        try {
            if (turns.acquire(patience, others.line(), () -> pace.recordDeparture(began))) {
                return Optional.of(new Permit(turns));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        pace.recordDeparture(began);
        return Optional.empty();
    }

    /// Whether a newcomer would be sent away. Where there is no room for the urgent there is none for the others.
    public boolean isFull(RequestPriority urgency) {
        if (turns.anyLeft()) {
            return false;
        }
        int ahead = 0;
        long longest = 0;
        for (Map.Entry<RequestPriority, PriorityQueueState> line : lines.entrySet()) {
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
        for (PriorityQueueState line : lines.values()) {
            waiting += line.standing();
        }
        return waiting;
    }

    /// What somebody has who is only told that there is no room.
    public Permit untrackedPermit() {
        outside.reacquire();
        return new Permit(outside);
    }

    /// One turn in use. It is lent back while its holder only waits for the network: slow clients cost no turns.
    public static final class Permit implements AutoCloseable {

        private final PrioritySemaphore turns;
        private boolean over;

        private Permit(PrioritySemaphore turns) {
            this.turns = turns;
        }

        /// Lends the turn back, unless it was given back for good: what is left of a body is read away without one.
        public void pause() {
            if (!over) {
                turns.release();
            }
        }

        public void resume() {
            if (!over) {
                turns.reacquire();
            }
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
