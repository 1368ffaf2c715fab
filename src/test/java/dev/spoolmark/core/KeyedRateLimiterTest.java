package dev.spoolmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeyedRateLimiterTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final KeyedRateLimiter<String> limiter =
            new KeyedRateLimiter<>(new RateLimit(3, Duration.ofSeconds(10)), now::get);

    @Test
    void permitsBeyondTheBurstComeAtTheSteadyRate() {
        for (int call = 0; call < 3; call++) {
            assertThat(limiter.tryAcquire("ann")).isZero();
        }

        assertThat(limiter.tryAcquire("ann")).isEqualTo(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(4));
        assertThat(limiter.tryAcquire("ann")).isEqualTo(Duration.ofSeconds(6));
        pass(Duration.ofSeconds(6));
        assertThat(limiter.tryAcquire("ann")).isZero();
        assertThat(limiter.tryAcquire("ann")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void deniedRequestsDoNotCount() {
        for (int call = 0; call < 10; call++) {
            limiter.tryAcquire("ann");
        }
        pass(Duration.ofSeconds(10));

        assertThat(limiter.tryAcquire("ann")).isZero();
    }

    @Test
    void aRefundedPermitCanBeTakenAgain() {
        limiter.refund("ann");
        for (int call = 0; call < 3; call++) {
            assertThat(limiter.tryAcquire("ann")).isZero();
        }
        limiter.refund("ann");
        limiter.refund("bob");

        assertThat(limiter.tryAcquire("ann")).isZero();
        assertThat(limiter.tryAcquire("ann")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void eachKeyHasItsOwnBurstWhichRefills() {
        for (int call = 0; call < 3; call++) {
            limiter.tryAcquire("ann");
        }
        assertThat(limiter.tryAcquire("bob")).isZero();

        pass(Duration.ofDays(1));
        for (int call = 0; call < 3; call++) {
            assertThat(limiter.tryAcquire("ann")).isZero();
        }
        assertThat(limiter.tryAcquire("ann")).isPositive();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
