package dev.spoolmark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final Traffic<String> traffic = new Traffic<>(new Pace(3, Duration.ofSeconds(10)), now::get);

    @Test
    void aBurstIsFreeAndThenTheSteadyPaceCounts() {
        for (int call = 0; call < 3; call++) {
            assertThat(traffic.admit("ann")).isZero();
        }

        assertThat(traffic.admit("ann")).isEqualTo(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(4));
        assertThat(traffic.admit("ann")).isEqualTo(Duration.ofSeconds(6));
        pass(Duration.ofSeconds(6));
        assertThat(traffic.admit("ann")).isZero();
        assertThat(traffic.admit("ann")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aRefusedCallCostsNothing() {
        for (int call = 0; call < 10; call++) {
            traffic.admit("ann");
        }
        pass(Duration.ofSeconds(10));

        assertThat(traffic.admit("ann")).isZero();
    }

    @Test
    void everyoneHasTheirOwnBurstAndRestFillsItAgain() {
        for (int call = 0; call < 3; call++) {
            traffic.admit("ann");
        }
        assertThat(traffic.admit("bob")).isZero();

        pass(Duration.ofDays(1));
        for (int call = 0; call < 3; call++) {
            assertThat(traffic.admit("ann")).isZero();
        }
        assertThat(traffic.admit("ann")).isPositive();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
