package dev.spoolmark.conformance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that advances only when a test calls it. It starts at the time of the examples of the specification.
public final class TestClock implements InstantSource {

    public static final Instant START = Instant.ofEpochSecond(1_372_132_800);

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public void forward(Duration time) {
        now = now.plus(time);
    }

    public void set(Instant instant) {
        now = instant;
    }
}
