package dev.spoolmark.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that advances only when a test calls it.
public final class MutableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2013-06-24T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }
}
