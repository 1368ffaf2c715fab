package dev.spoolmark.http.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.RequestPriority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AdmissionControlTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void resumedRequestsPrecedeNewOnes() {
        AdmissionControl admission = admission(1, 10);
        Queue<String> order = new ConcurrentLinkedQueue<>();
        AdmissionControl.Permit permit = enter(admission).orElseThrow();
        permit.pause();
        AdmissionControl.Permit working = enter(admission).orElseThrow();
        CompletableFuture<Void> one = newcomer(admission, RequestPriority.BEST_EFFORT, order);
        CompletableFuture<Void> other = newcomer(admission, RequestPriority.BEST_EFFORT, order);
        awaitWaiting(admission, 2);
        Thread returning = Thread.ofPlatform().start(() -> {
            permit.resume();
            order.add("let in");
            permit.close();
        });
        awaitBlocked(returning);

        working.close();
        one.join();
        other.join();

        assertThat(order).hasSize(3).element(2).isEqualTo("BEST_EFFORT");
    }

    @Test
    void requestsBeyondTheQueueCapacityAreRejectedAtOnce() {
        AdmissionControl admission = admission(1, 0);
        AdmissionControl.Permit only = enter(admission).orElseThrow();

        assertThat(enter(admission)).isEmpty();

        only.close();
        assertThat(enter(admission)).isPresent();
    }

    @Test
    void requestsWithALongExpectedWaitAreRejectedAtOnce() {
        AdmissionControl admission = admission(1, 10);
        IntStream.range(0, 40).forEach(n -> serveOneAfter(admission, TIMEOUT.dividedBy(2)));
        AdmissionControl.Permit working = enter(admission).orElseThrow();
        CompletableFuture<Optional<AdmissionControl.Permit>> waiting =
                CompletableFuture.supplyAsync(() -> enter(admission), Thread::startVirtualThread);
        awaitWaiting(admission, 1);

        assertThat(enter(admission)).isEmpty();

        working.close();
        assertThat(waiting.join()).isPresent();
    }

    @Test
    void aClosedPermitCannotBeResumed() {
        AdmissionControl admission = admission(1, 0);
        AdmissionControl.Permit over = enter(admission).orElseThrow();
        over.close();

        over.pause();
        AdmissionControl.Permit other = enter(admission).orElseThrow();
        assertThat(enter(admission)).isEmpty();

        over.resume(); // would queue behind the other
        over.close();
        assertThat(enter(admission)).isEmpty();
        other.close();
    }

    @Test
    void lowPrioritiesDoNotStarve() {
        AdmissionControl admission = admission(1, 100);
        Queue<String> order = new ConcurrentLinkedQueue<>();
        AdmissionControl.Permit working = enter(admission).orElseThrow();
        List<RequestPriority> coming = new ArrayList<>(List.of(RequestPriority.BEST_EFFORT, RequestPriority.USER_READ));
        coming.addAll(Collections.nCopies(60, RequestPriority.CRITICAL_WRITE));
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (RequestPriority priority : coming) {
            waiting.add(newcomer(admission, priority, order));
            awaitWaiting(admission, waiting.size());
        }

        working.close();
        waiting.forEach(CompletableFuture::join);

        assertThat(List.copyOf(order).indexOf("USER_READ")).isBetween(15, 31);
        assertThat(List.copyOf(order).indexOf("BEST_EFFORT")).isBetween(31, 47);
    }

    @Test
    void aTimedOutRequestLeavesTheQueue() {
        AdmissionControl admission = new AdmissionControl(1, 10, Duration.ofMillis(1), nanos::get);
        AdmissionControl.Permit working = enter(admission).orElseThrow();

        assertThat(enter(admission)).isEmpty();
        assertThat(admission.waiting()).isZero();

        working.close();
        assertThat(enter(admission)).isPresent();
    }

    @Test
    void urgentRequestsPrecedeEarlierOnes() {
        AdmissionControl admission = admission(1, 10);
        Queue<String> order = new ConcurrentLinkedQueue<>();
        AdmissionControl.Permit working = enter(admission).orElseThrow();
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (RequestPriority priority :
                List.of(RequestPriority.BEST_EFFORT, RequestPriority.USER_READ, RequestPriority.CRITICAL_WRITE)) {
            waiting.add(newcomer(admission, priority, order));
            awaitWaiting(admission, waiting.size());
        }

        working.close();
        waiting.forEach(CompletableFuture::join);

        assertThat(order).containsExactly("CRITICAL_WRITE", "USER_READ", "BEST_EFFORT");
    }

    @Test
    void eachPriorityHasItsOwnQueueCapacity() {
        AdmissionControl admission = admission(1, 1);
        AdmissionControl.Permit working = enter(admission).orElseThrow();
        CompletableFuture<Void> waiting = newcomer(admission, RequestPriority.USER_READ, new ConcurrentLinkedQueue<>());
        awaitWaiting(admission, 1);

        assertThat(admission.isFull(RequestPriority.BEST_EFFORT)).isTrue();
        assertThat(admission.isFull(RequestPriority.USER_READ)).isTrue();
        assertThat(admission.isFull(RequestPriority.CRITICAL_WRITE)).isFalse();

        working.close();
        waiting.join();
    }

    private static Optional<AdmissionControl.Permit> enter(AdmissionControl admission) {
        return admission.enter(RequestPriority.BEST_EFFORT);
    }

    private AdmissionControl admission(int permits, int queue) {
        return new AdmissionControl(permits, queue, TIMEOUT, nanos::get);
    }

    private static CompletableFuture<Void> newcomer(
            AdmissionControl admission, RequestPriority priority, Queue<String> order) {
        return CompletableFuture.runAsync(
                () -> {
                    AdmissionControl.Permit permit = admission.enter(priority).orElseThrow();
                    order.add(priority.name());
                    permit.close();
                },
                Thread::startVirtualThread);
    }

    /// A new request waits while the clock advances, and gets a permit.
    private void serveOneAfter(AdmissionControl admission, Duration time) {
        AdmissionControl.Permit working = enter(admission).orElseThrow();
        CompletableFuture<Optional<AdmissionControl.Permit>> waiting =
                CompletableFuture.supplyAsync(() -> enter(admission), Thread::startVirtualThread);
        awaitWaiting(admission, 1);
        nanos.addAndGet(time.toNanos());
        working.close();
        waiting.join().ifPresent(AdmissionControl.Permit::close);
        awaitWaiting(admission, 0);
    }

    private static void awaitWaiting(AdmissionControl admission, int count) {
        while (admission.waiting() != count) {
            Thread.onSpinWait();
        }
    }

    private static void awaitBlocked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
