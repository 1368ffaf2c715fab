package dev.spoolmark.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test sets, as a time server or an operator does, and advances.
public final class SteppedClock implements AdjustableClock {

    private volatile Instant ofDay = Instant.ofEpochSecond(1_372_132_800);
    private volatile Instant steady = ofDay;

    @Override
    public Instant instant() {
        return ofDay;
    }

    @Override
    public InstantSource monotonic() {
        return () -> steady;
    }

    /// Changes the system time by this duration while the monotonic clock stands still.
    public void step(Duration by) {
        ofDay = ofDay.plus(by);
    }

    public void pass(Duration time) {
        ofDay = ofDay.plus(time);
        steady = steady.plus(time);
    }
}
