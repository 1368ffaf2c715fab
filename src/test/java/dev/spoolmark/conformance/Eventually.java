package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for the effect of background work.
final class Eventually {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private Eventually() {}

    static void waitUntil(BooleanSupplier happened) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("what was waited for has not happened")
                    .isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
