package dev.spoolmark.http.overload;

import dev.spoolmark.http.RequestPriority;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Limits the requests that are handled at the same time. Further requests wait in one bounded queue per priority; a
/// request whose expected wait is too long is rejected at once.
public final class AdmissionControl {

    /// A request waits only if its expected wait is at most this part of the timeout, since estimates are rough.
    private static final int MARGIN = 4;

    private final PrioritySemaphore turns;

    /// Permits for requests that are only rejected; not limited.
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

    /// The queue of one priority and the estimate of its speed.
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

    /// Acquires a permit, waiting if necessary.
    ///
    /// @return empty when the server is over capacity
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

    /// Whether a new request of this priority would be rejected. If so, those of lower priority would be as well.
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

    /// Number of waiting requests.
    int waiting() {
        int waiting = 0;
        for (PriorityQueueState line : lines.values()) {
            waiting += line.standing();
        }
        return waiting;
    }

    /// A permit for a request that is only rejected.
    public Permit untrackedPermit() {
        outside.reacquire();
        return new Permit(outside);
    }

    /// A permit in use. It is released while its holder waits for the network, so that slow clients hold none.
    public static final class Permit implements AutoCloseable {

        private final PrioritySemaphore turns;
        private boolean over;

        private Permit(PrioritySemaphore turns) {
            this.turns = turns;
        }

        /// Releases the permit until [#resume]. Does nothing after [#close].
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

        /// Returns the permit. Further calls do nothing.
        @Override
        public void close() {
            if (!over) {
                over = true;
                turns.release();
            }
        }
    }
}
