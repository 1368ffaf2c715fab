package dev.spoolmark.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockTickerTest {

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final ClockTicker ticker = new ClockTicker(() -> now);

    @Test
    void timePassesWithTheClock() {
        assertThat(passedWhen(now.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aClockThatIsSetBackKeepsNothingForLonger() {
        assertThat(passedWhen(now.minusSeconds(3_600))).isEqualTo(Duration.ofHours(1));
        assertThat(passedWhen(now.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
    }

    private Duration passedWhen(Instant then) {
        long before = ticker.read();
        now = then;
        return Duration.ofNanos(ticker.read() - before);
    }
}
