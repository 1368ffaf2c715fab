package dev.spoolmark.account.auth;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Limit of concurrent password hashes.
class HashingLimiterTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void requestsBeyondTheQueueCapacityAreRejected() throws InterruptedException {
        HashingLimiter permits = new HashingLimiter(1, 0, Duration.ofMinutes(1));
        CompletableFuture<String> first = occupy(permits);

        assertThat(problemOf(() -> permits.with(() -> "second"))).isInstanceOf(Problem.Overloaded.class);

        go.countDown();
        assertThat(first.join()).isEqualTo("first");
        assertThat(permits.with(() -> "third")).isEqualTo("third");
    }

    @Test
    void aTimedOutRequestIsRejected() throws InterruptedException {
        HashingLimiter permits = new HashingLimiter(1, 64, Duration.ofMillis(1));
        CompletableFuture<String> first = occupy(permits);

        assertThat(problemOf(() -> permits.with(() -> "second"))).isInstanceOf(Problem.Overloaded.class);
        assertThat(permits.waiting()).isZero();

        go.countDown();
        assertThat(first.join()).isEqualTo("first");
    }

    @Test
    void aWaitingRequestGetsTheReleasedPermit() throws InterruptedException {
        HashingLimiter permits = new HashingLimiter(1, 1, Duration.ofMinutes(1));
        CompletableFuture<String> first = occupy(permits);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> permits.with(() -> "second"), threads);

        go.countDown();

        assertThat(first.join()).isEqualTo("first");
        assertThat(second.join()).isEqualTo("second");
    }

    @Test
    void aFailedTaskReleasesItsPermit() {
        HashingLimiter permits = new HashingLimiter(1, 0, Duration.ofMillis(1));
        assertThat(problemOf(() -> permits.with(() -> {
                    throw new ProblemException(new Problem.NotSignedIn());
                })))
                .isEqualTo(new Problem.NotSignedIn());

        assertThat(permits.with(() -> "next")).isEqualTo("next");
    }

    private CompletableFuture<String> occupy(HashingLimiter permits) throws InterruptedException {
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
