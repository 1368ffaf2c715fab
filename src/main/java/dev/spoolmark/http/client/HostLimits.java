package dev.spoolmark.http.client;

import dev.spoolmark.core.SlidingWindow;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/// What one host of a destination bears: so many calls in so much time, so many at once, and none while its circuit
/// is open. Each host has its own, so that pictures and facts do not wait for each other.
///
/// @param permits one for each call that may be under way
record HostLimits(SlidingWindow window, Semaphore permits, CircuitBreaker circuit) {

    static final int AT_ONCE = 8;

    static HostLimits of(UpstreamTarget destination, InstantSource clock, InstantSource steady) {
        return new HostLimits(
                new SlidingWindow(destination.permits(), destination.window()),
                new Semaphore(AT_ONCE, true),
                new CircuitBreaker(clock, steady));
    }
}
