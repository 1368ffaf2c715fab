package dev.spoolmark.core;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// The monotonic clock as a source of nanoseconds, for caches and rate limits: time passes at the same rate when the
/// time of day is set. The resolution is 1 ms.
public final class MonotonicTicker implements Ticker {

    private final InstantSource clock;

    public MonotonicTicker(InstantSource clock) {
        this.clock = AdjustableClock.monotonic(clock);
    }

    @Override
    public long read() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
