package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final RateLimiter<String> traffic = new RateLimiter<>(new RateLimit(3, Duration.ofSeconds(10)), now::get);

    @Test
    void aBurstIsFreeAndThenTheSteadyPaceCounts() {
        for (int call = 0; call < 3; call++) {
            assertThat(traffic.tryAcquire("ann")).isZero();
        }

        assertThat(traffic.tryAcquire("ann")).isEqualTo(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(4));
        assertThat(traffic.tryAcquire("ann")).isEqualTo(Duration.ofSeconds(6));
        pass(Duration.ofSeconds(6));
        assertThat(traffic.tryAcquire("ann")).isZero();
        assertThat(traffic.tryAcquire("ann")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aRefusedCallCostsNothing() {
        for (int call = 0; call < 10; call++) {
            traffic.tryAcquire("ann");
        }
        pass(Duration.ofSeconds(10));

        assertThat(traffic.tryAcquire("ann")).isZero();
    }

    @Test
    void everyoneHasTheirOwnBurstAndRestFillsItAgain() {
        for (int call = 0; call < 3; call++) {
            traffic.tryAcquire("ann");
        }
        assertThat(traffic.tryAcquire("bob")).isZero();

        pass(Duration.ofDays(1));
        for (int call = 0; call < 3; call++) {
            assertThat(traffic.tryAcquire("ann")).isZero();
        }
        assertThat(traffic.tryAcquire("ann")).isPositive();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
