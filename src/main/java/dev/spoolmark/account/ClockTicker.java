package dev.spoolmark.account;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.spoolmark.kernel.AdjustableClock;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// The server's steady clock, for caches: what they hold ages by the time that passes, whatever the time of day is set
/// to.
final class ClockTicker implements Ticker {

    private final InstantSource clock;

    ClockTicker(InstantSource clock) {
        this.clock = AdjustableClock.steady(clock);
    }

    @Override
    public long read() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
