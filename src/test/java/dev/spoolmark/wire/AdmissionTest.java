package dev.spoolmark.wire;

import static org.assertj.core.api.Assertions.assertThat;

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
class AdmissionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void whoWasLetInGoesBeforeThoseWhoWaitToBe() {
        Admission admission = admission(1, 10);
        Queue<String> order = new ConcurrentLinkedQueue<>();
        Admission.Turn letIn = enter(admission).orElseThrow();
        letIn.pause();
        Admission.Turn working = enter(admission).orElseThrow();
        CompletableFuture<Void> one = newcomer(admission, Urgency.OTHER, order);
        CompletableFuture<Void> other = newcomer(admission, Urgency.OTHER, order);
        awaitWaiting(admission, 2);
        Thread returning = Thread.ofPlatform().start(() -> {
            letIn.resume();
            order.add("let in");
            letIn.close();
        });
        awaitBlocked(returning);

        working.close();
        one.join();
        other.join();

        assertThat(order).hasSize(3).element(2).isEqualTo("OTHER");
    }

    @Test
    void whoFindsNoPlaceIsSentAwayAtOnce() {
        Admission admission = admission(1, 0);
        Admission.Turn only = enter(admission).orElseThrow();

        assertThat(enter(admission)).isEmpty();

        only.close();
        assertThat(enter(admission)).isPresent();
    }

    @Test
    void whoWouldWaitTooLongIsSentAwayAtOnce() {
        Admission admission = admission(1, 10);
        IntStream.range(0, 40).forEach(n -> serveOneAfter(admission, PATIENCE.dividedBy(2)));
        Admission.Turn working = enter(admission).orElseThrow();
        CompletableFuture<Optional<Admission.Turn>> waiting =
                CompletableFuture.supplyAsync(() -> enter(admission), Thread::startVirtualThread);
        awaitWaiting(admission, 1);

        assertThat(enter(admission)).isEmpty();

        working.close();
        assertThat(waiting.join()).isPresent();
    }

    @Test
    void whoGaveTheirTurnBackForGoodLendsItNoMore() {
        Admission admission = admission(1, 0);
        Admission.Turn over = enter(admission).orElseThrow();
        over.close();

        over.pause();
        Admission.Turn other = enter(admission).orElseThrow();
        assertThat(enter(admission)).isEmpty();

        over.resume(); // would stand behind the other
        over.close();
        assertThat(enter(admission)).isEmpty();
        other.close();
    }

    @Test
    void nobodyIsShutOutByThoseWhoAreAlwaysBeforeThem() {
        Admission admission = admission(1, 100);
        Queue<String> order = new ConcurrentLinkedQueue<>();
        Admission.Turn working = enter(admission).orElseThrow();
        List<Urgency> coming = new ArrayList<>(List.of(Urgency.OTHER, Urgency.PERSON));
        coming.addAll(Collections.nCopies(60, Urgency.KEEPING));
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (Urgency urgency : coming) {
            waiting.add(newcomer(admission, urgency, order));
            awaitWaiting(admission, waiting.size());
        }

        working.close();
        waiting.forEach(CompletableFuture::join);

        assertThat(List.copyOf(order).indexOf("PERSON")).isBetween(15, 31);
        assertThat(List.copyOf(order).indexOf("OTHER")).isBetween(31, 47);
    }

    @Test
    void whoWaitedInVainIsToldSoAndLeavesTheLine() {
        Admission admission = new Admission(1, 10, Duration.ofMillis(1), nanos::get);
        Admission.Turn working = enter(admission).orElseThrow();

        assertThat(enter(admission)).isEmpty();
        assertThat(admission.waiting()).isZero();

        working.close();
        assertThat(enter(admission)).isPresent();
    }

    @Test
    void theUrgentGoBeforeThoseWhoCameEarlier() {
        Admission admission = admission(1, 10);
        Queue<String> order = new ConcurrentLinkedQueue<>();
        Admission.Turn working = enter(admission).orElseThrow();
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (Urgency urgency : List.of(Urgency.OTHER, Urgency.PERSON, Urgency.KEEPING)) {
            waiting.add(newcomer(admission, urgency, order));
            awaitWaiting(admission, waiting.size());
        }

        working.close();
        waiting.forEach(CompletableFuture::join);

        assertThat(order).containsExactly("KEEPING", "PERSON", "OTHER");
    }

    @Test
    void thoseWhoWaitForLessUrgentThingsTakeNoPlaceFromTheUrgent() {
        Admission admission = admission(1, 1);
        Admission.Turn working = enter(admission).orElseThrow();
        CompletableFuture<Void> waiting = newcomer(admission, Urgency.PERSON, new ConcurrentLinkedQueue<>());
        awaitWaiting(admission, 1);

        assertThat(admission.isFull(Urgency.OTHER)).isTrue();
        assertThat(admission.isFull(Urgency.PERSON)).isTrue();
        assertThat(admission.isFull(Urgency.KEEPING)).isFalse();

        working.close();
        waiting.join();
    }

    private static Optional<Admission.Turn> enter(Admission admission) {
        return admission.enter(() -> Urgency.OTHER);
    }

    private Admission admission(int turns, int queue) {
        return new Admission(turns, queue, PATIENCE, nanos::get);
    }

    private static CompletableFuture<Void> newcomer(Admission admission, Urgency urgency, Queue<String> order) {
        return CompletableFuture.runAsync(
                () -> {
                    Admission.Turn turn = admission.enter(() -> urgency).orElseThrow();
                    order.add(urgency.name());
                    turn.close();
                },
                Thread::startVirtualThread);
    }

    /// One newcomer waits while the clock goes on, and gets its turn.
    private void serveOneAfter(Admission admission, Duration time) {
        Admission.Turn working = enter(admission).orElseThrow();
        CompletableFuture<Optional<Admission.Turn>> waiting =
                CompletableFuture.supplyAsync(() -> enter(admission), Thread::startVirtualThread);
        awaitWaiting(admission, 1);
        nanos.addAndGet(time.toNanos());
        working.close();
        waiting.join().ifPresent(Admission.Turn::close);
        awaitWaiting(admission, 0);
    }

    private static void awaitWaiting(Admission admission, int count) {
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
