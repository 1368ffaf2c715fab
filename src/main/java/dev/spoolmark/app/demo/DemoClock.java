package dev.spoolmark.app.demo;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that is set to the time at which a user of the demo did something.
final class DemoClock implements InstantSource {

    private Instant now;

    DemoClock(Instant now) {
        this.now = now;
    }

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
