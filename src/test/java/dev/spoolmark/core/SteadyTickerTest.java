package dev.spoolmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SteadyTickerTest {

    private final SteppedClock clock = new SteppedClock();
    private final MonotonicTicker ticker = new MonotonicTicker(clock);

    @Test
    void timePassesWithTheClock() {
        assertThat(elapsedDuring(() -> clock.pass(Duration.ofSeconds(5)))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void settingTheTimeOfDayIsIgnored() {
        assertThat(elapsedDuring(() -> clock.step(Duration.ofHours(-3)))).isZero();
        assertThat(elapsedDuring(() -> clock.step(Duration.ofHours(3)))).isZero();
        assertThat(elapsedDuring(() -> clock.pass(Duration.ofSeconds(5)))).isEqualTo(Duration.ofSeconds(5));
    }

    private Duration elapsedDuring(Runnable action) {
        long before = ticker.read();
        action.run();
        return Duration.ofNanos(ticker.read() - before);
    }
}
