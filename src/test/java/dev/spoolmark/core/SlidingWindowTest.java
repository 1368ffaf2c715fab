package dev.spoolmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

    private final SlidingWindow window = new SlidingWindow(2, Duration.ofNanos(10));

    @Test
    void permitsComeWhenTheOldestEventLeavesTheWindow() {
        window.add(0);
        assertThat(window.untilPermit(4)).isZero();
        window.add(4);

        assertThat(window.untilPermit(4)).isEqualTo(Duration.ofNanos(6));
        assertThat(window.untilPermit(10)).isZero();
    }

    @Test
    void removedEventsDoNotCount() {
        window.add(0);
        window.add(4);
        window.remove(4);

        assertThat(window.untilPermit(4)).isZero();
    }

    @Test
    void reservationsWaitUpToTheMaximum() {
        assertThat(window.reserve(0, Duration.ZERO)).contains(Duration.ZERO);
        assertThat(window.reserve(1, Duration.ZERO)).contains(Duration.ZERO);
        assertThat(window.reserve(2, Duration.ofNanos(9))).contains(Duration.ofNanos(8));
        assertThat(window.reserve(2, Duration.ofNanos(9))).contains(Duration.ofNanos(9));
        assertThat(window.reserve(2, Duration.ofNanos(9))).isEmpty();
    }
}
