package dev.spoolmark.account;

import static dev.spoolmark.account.Refusals.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Only so many hash at once.
class PermitsTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void whoeverFindsNoPlaceToWaitIsTurnedAway() throws InterruptedException {
        Permits permits = new Permits(1, 0, Duration.ofMinutes(1));
        CompletableFuture<String> first = occupy(permits);

        assertThat(problemOf(() -> permits.with(() -> "second"))).isInstanceOf(Problem.Overloaded.class);

        go.countDown();
        assertThat(first.join()).isEqualTo("first");
        assertThat(permits.with(() -> "third")).isEqualTo("third");
    }

    @Test
    void whoeverWaitsTooLongIsTurnedAway() throws InterruptedException {
        Permits permits = new Permits(1, 64, Duration.ofMillis(1));
        CompletableFuture<String> first = occupy(permits);

        assertThat(problemOf(() -> permits.with(() -> "second"))).isInstanceOf(Problem.Overloaded.class);
        assertThat(permits.waiting()).isZero();

        go.countDown();
        assertThat(first.join()).isEqualTo("first");
    }

    @Test
    void whoeverWaitsComesInWhenTheFirstIsDone() throws InterruptedException {
        Permits permits = new Permits(1, 1, Duration.ofMinutes(1));
        CompletableFuture<String> first = occupy(permits);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> permits.with(() -> "second"), threads);

        go.countDown();

        assertThat(first.join()).isEqualTo("first");
        assertThat(second.join()).isEqualTo("second");
    }

    @Test
    void workThatFailsGivesItsPermitBack() {
        Permits permits = new Permits(1, 0, Duration.ofMillis(1));
        assertThat(problemOf(() -> permits.with(() -> {
                    throw new Refusal(new Problem.NotSignedIn());
                })))
                .isEqualTo(new Problem.NotSignedIn());

        assertThat(permits.with(() -> "next")).isEqualTo("next");
    }

    private CompletableFuture<String> occupy(Permits permits) throws InterruptedException {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> permits.with(this::holdOn), threads);
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        return first;
    }

    private String holdOn() {
        try {
            inside.countDown();
            assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
            return "first";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
