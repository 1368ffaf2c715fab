package dev.spoolmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Periodic tasks continue after any throwable, and a task that has ended is reported.
@Timeout(60)
class BackgroundTasksTest {

    private static final Duration SHORTEST_PAUSE = Duration.ofNanos(1);
    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final BackgroundTasks tasks = new BackgroundTasks(nanos::get, String::valueOf);

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aTaskRunsAgainAfterAnyThrowable() throws InterruptedException {
        Iterator<Throwable> thrown = List.of(
                        new OutOfMemoryError("no more"),
                        new StackOverflowError("too deep"),
                        new IOException("sneaked through"),
                        new IllegalStateException("plain"))
                .iterator();
        CountDownLatch survived = new CountDownLatch(1);

        tasks.every("brave", Duration.ZERO, SHORTEST_PAUSE, () -> {
            if (thrown.hasNext()) {
                BackgroundTasksTest.<RuntimeException>sneak(thrown.next());
            }
            survived.countDown();
        });

        survived.await();
        assertThat(tasks.states()).singleElement().satisfies(state -> {
            assertThat(state.alive()).isTrue();
            assertThat(state.failures()).isEqualTo(4);
        });
        assertThat(tasks.endedTask()).isEmpty();
    }

    @Test
    void aRunInProgressIsReported() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);

        tasks.every("slow", Duration.ZERO, NEVER, () -> {
            started.countDown();
            awaitQuietly(finish);
        });

        started.await();
        assertThat(tasks.states()).singleElement().satisfies(state -> {
            assertThat(state.running()).isTrue();
            assertThat(state.pause()).isEqualTo(NEVER);
        });
        finish.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTaskRunsAgainIfItsExceptionCannotBeLogged() throws InterruptedException {
        BackgroundTasks speechless = new BackgroundTasks(nanos::get, error -> {
            throw new OutOfMemoryError("no room for words");
        });
        CountDownLatch twice = new CountDownLatch(2);

        speechless.every("brave", Duration.ZERO, SHORTEST_PAUSE, () -> {
            twice.countDown();
            throw new IllegalStateException("plain");
        });

        twice.await();
        speechless.close();
    }

    @Test
    void aTaskRunsAgainAfterItInterruptedItsThread() throws InterruptedException {
        CountDownLatch thrice = new CountDownLatch(3);

        tasks.every("interrupted", Duration.ZERO, SHORTEST_PAUSE, () -> {
            Thread.currentThread().interrupt();
            thrice.countDown();
        });

        thrice.await();
        assertThat(tasks.endedTask()).isEmpty();
    }

    @Test
    void aSlowTaskDelaysNoOther() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(2);

        tasks.every("slow", Duration.ZERO, SHORTEST_PAUSE, () -> await(release));
        tasks.every("quick", Duration.ZERO, SHORTEST_PAUSE, other::countDown);

        other.await();
        release.countDown();
    }

    @Test
    void theTimeSinceTheLastRunUsesTheSteadyClock() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        tasks.every("once", Duration.ZERO, NEVER, () -> {
            started.countDown();
            await(release);
        });
        started.await();

        nanos.addAndGet(Duration.ofMinutes(5).toNanos());

        assertThat(tasks.states()).singleElement().satisfies(state -> {
            assertThat(state.sinceLast()).isEqualTo(Duration.ofMinutes(5));
            assertThat(state.runs()).isZero();
        });
        release.countDown();
    }

    @Test
    void closingWaitsForTheCurrentRunAndStartsNoOther() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        BackgroundTask task = tasks.every("finishing", Duration.ZERO, SHORTEST_PAUSE, () -> {
            started.countDown();
            ended.set(true);
        });
        started.await();

        task.close();

        assertThat(ended).isTrue();
        assertThat(tasks.states()).isEmpty();
        assertThat(tasks.endedTask()).isEmpty();
    }

    @Test
    void closingNowInterruptsTheCurrentRun() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        BackgroundTask task = tasks.every("endless", Duration.ZERO, SHORTEST_PAUSE, () -> {
            started.countDown();
            await(new CountDownLatch(1));
        });
        started.await();

        task.closeNow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("unchecked") // so that the compiler lets a checked one pass
    private static <X extends Throwable> void sneak(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
