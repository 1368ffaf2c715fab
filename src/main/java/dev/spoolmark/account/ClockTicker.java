package dev.spoolmark.account;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// The server's clock, for caches: what they forget and when is a matter of the same time as everything else.
///
/// A clock that is set back counts as time that passed: else what is remembered would stay until the old hour came
/// again, however it changed meanwhile.
final class ClockTicker implements Ticker {

    private final InstantSource clock;
    private long last;
    private long passed;

    ClockTicker(InstantSource clock) {
        this.clock = clock;
        this.last = clock.millis();
    }

    @Override
    public synchronized long read() {
        long now = clock.millis();
        passed += Math.abs(now - last);
        last = now;
        return TimeUnit.MILLISECONDS.toNanos(passed);
    }
}
