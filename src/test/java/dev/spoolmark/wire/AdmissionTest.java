package dev.spoolmark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void whoWasLetInGoesBeforeThoseWhoWaitToBe() {
        Admission admission = admission(1, 10);
        Queue<String> order = new ConcurrentLinkedQueue<>();
        Admission.Turn letIn = admission.enter().orElseThrow();
        letIn.pause();
        Admission.Turn working = admission.enter().orElseThrow();
        CompletableFuture<Void> one = newcomer(admission, order);
        CompletableFuture<Void> other = newcomer(admission, order);
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

        assertThat(order).hasSize(3).element(2).isEqualTo("new");
    }

    @Test
    void whoFindsNoPlaceIsSentAwayAtOnce() {
        Admission admission = admission(1, 0);
        Admission.Turn only = admission.enter().orElseThrow();

        assertThat(admission.enter()).isEmpty();

        only.close();
        assertThat(admission.enter()).isPresent();
    }

    @Test
    void whoWouldWaitTooLongIsSentAwayAtOnce() {
        Admission admission = admission(1, 10);
        IntStream.range(0, 40).forEach(n -> serveOneAfter(admission, Duration.ofMillis(600)));
        Admission.Turn working = admission.enter().orElseThrow();
        CompletableFuture<Optional<Admission.Turn>> waiting =
                CompletableFuture.supplyAsync(admission::enter, Thread::startVirtualThread);
        awaitWaiting(admission, 1);

        assertThat(admission.enter()).isEmpty();

        working.close();
        assertThat(waiting.join()).isPresent();
    }

    private Admission admission(int turns, int queue) {
        return new Admission(turns, queue, Duration.ofSeconds(1), nanos::get);
    }

    private static CompletableFuture<Void> newcomer(Admission admission, Queue<String> order) {
        return CompletableFuture.runAsync(
                () -> {
                    Admission.Turn turn = admission.enter().orElseThrow();
                    order.add("new");
                    turn.close();
                },
                Thread::startVirtualThread);
    }

    /// One newcomer waits while the clock goes on, and gets its turn.
    private void serveOneAfter(Admission admission, Duration time) {
        Admission.Turn working = admission.enter().orElseThrow();
        CompletableFuture<Optional<Admission.Turn>> waiting =
                CompletableFuture.supplyAsync(admission::enter, Thread::startVirtualThread);
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
