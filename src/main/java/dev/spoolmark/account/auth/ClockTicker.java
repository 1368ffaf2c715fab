package dev.spoolmark.account.auth;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.spoolmark.core.AdjustableClock;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// The server's steady clock, for caches: what they hold ages by the time that passes, whatever the time of day is
/// set to.
public final class ClockTicker implements Ticker {

    private final InstantSource clock;

    public ClockTicker(InstantSource clock) {
        this.clock = AdjustableClock.steady(clock);
    }

    @Override
    public long read() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
