package dev.spoolmark.account.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.SteppedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockTickerTest {

    private final SteppedClock clock = new SteppedClock();
    private final ClockTicker ticker = new ClockTicker(clock);

    @Test
    void timePassesWithTheClock() {
        assertThat(passedWhen(() -> clock.pass(Duration.ofSeconds(5)))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aClockThatIsSetMakesNoTimePass() {
        assertThat(passedWhen(() -> clock.step(Duration.ofHours(-3)))).isZero();
        assertThat(passedWhen(() -> clock.step(Duration.ofHours(3)))).isZero();
        assertThat(passedWhen(() -> clock.pass(Duration.ofSeconds(5)))).isEqualTo(Duration.ofSeconds(5));
    }

    private Duration passedWhen(Runnable something) {
        long before = ticker.read();
        something.run();
        return Duration.ofNanos(ticker.read() - before);
    }
}
