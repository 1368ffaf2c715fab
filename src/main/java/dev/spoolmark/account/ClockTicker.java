package dev.spoolmark.account;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// The server's clock, for caches: what they forget and when is a matter of the same time as everything else.
record ClockTicker(InstantSource clock) implements Ticker {

    @Override
    public long read() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
