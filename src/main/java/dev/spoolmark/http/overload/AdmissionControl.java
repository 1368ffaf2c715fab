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

    private final PrioritySemaphore permits;

    /// Permits for requests that are only rejected; not limited.
    private final PrioritySemaphore untracked = new PrioritySemaphore(Integer.MAX_VALUE);

    private final int queue;
    private final long timeout;
    private final Map<RequestPriority, PriorityQueueState> queues = new EnumMap<>(RequestPriority.class);

    public AdmissionControl(int permits, int queue, Duration timeout) {
        this(permits, queue, timeout, System::nanoTime);
    }

    /// @param nanos a clock like that of `System.nanoTime`
    AdmissionControl(int permits, int queue, Duration timeout, LongSupplier nanos) {
        this.permits = new PrioritySemaphore(permits);
        this.queue = queue;
        this.timeout = timeout.toNanos();
        for (RequestPriority priority : RequestPriority.values()) {
            queues.put(
                    priority, new PriorityQueueState(this.permits.addQueue(), new QueueWaitEstimator(nanos, timeout)));
        }
    }

    /// The queue of one priority and the estimate of its speed.
    private record PriorityQueueState(PrioritySemaphore.WaitQueue queue, QueueWaitEstimator estimator) {

        int size() {
            return queue.size();
        }

        long expected() {
            return estimator.expectedWaitNanos(size());
        }
    }

    public ServerLoad load() {
        return new ServerLoad(permits.inUse(), waiting());
    }

    /// Acquires a permit, waiting if necessary.
    ///
    /// @return empty when the server is over capacity
    public Optional<Permit> enter(RequestPriority priority) {
        if (permits.tryAcquire()) {
            return Optional.of(new Permit(permits));
        }
        if (isFull(priority)) {
            return Optional.empty();
        }
        PriorityQueueState others = Objects.requireNonNull(queues.get(priority));
        QueueWaitEstimator estimator = others.estimator();
        long began = estimator.now();
        try {
            if (permits.acquire(timeout, others.queue(), () -> estimator.recordDeparture(began))) {
                return Optional.of(new Permit(permits));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        estimator.recordDeparture(began);
        return Optional.empty();
    }

    /// Whether a new request of this priority would be rejected. If so, those of lower priority would be as well.
    public boolean isFull(RequestPriority priority) {
        if (permits.anyLeft()) {
            return false;
        }
        int ahead = 0;
        long longest = 0;
        for (Map.Entry<RequestPriority, PriorityQueueState> state : queues.entrySet()) {
            if (state.getKey().compareTo(priority) <= 0) {
                ahead += state.getValue().size();
                longest = Math.max(longest, state.getValue().expected());
            }
        }
        return ahead >= queue || longest > timeout / MARGIN;
    }

    /// Number of waiting requests.
    int waiting() {
        int waiting = 0;
        for (PriorityQueueState state : queues.values()) {
            waiting += state.size();
        }
        return waiting;
    }

    /// A permit for a request that is only rejected.
    public Permit untrackedPermit() {
        untracked.reacquire();
        return new Permit(untracked);
    }

    /// A permit in use. It is released while its holder waits for the network, so that slow clients hold none.
    public static final class Permit implements AutoCloseable {

        private final PrioritySemaphore semaphore;
        private boolean over;

        private Permit(PrioritySemaphore semaphore) {
            this.semaphore = semaphore;
        }

        /// Releases the permit until [#resume]. Does nothing after [#close].
        public void pause() {
            if (!over) {
                semaphore.release();
            }
        }

        public void resume() {
            if (!over) {
                semaphore.reacquire();
            }
        }

        /// Returns the permit. Further calls do nothing.
        @Override
        public void close() {
            if (!over) {
                over = true;
                semaphore.release();
            }
        }
    }
}
