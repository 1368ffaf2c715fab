package dev.spoolmark.http.client;

import dev.spoolmark.core.SlidingWindow;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/// Limits for one host: request rate, concurrent requests, and a circuit breaker. Each host has its own, so that
/// images and metadata do not wait for each other.
///
/// @param permits one for each concurrent request
record HostLimits(SlidingWindow window, Semaphore permits, CircuitBreaker circuit) {

    static final int MAX_CONCURRENT = 8;

    static HostLimits of(UpstreamDestination destination, InstantSource clock, InstantSource monotonic) {
        return new HostLimits(
                new SlidingWindow(destination.permits(), destination.window()),
                new Semaphore(MAX_CONCURRENT, true),
                new CircuitBreaker(clock, monotonic));
    }
}
