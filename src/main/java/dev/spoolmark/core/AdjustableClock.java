package dev.spoolmark.core;

import java.time.Instant;
import java.time.InstantSource;

/// A clock whose time of day can be set at any moment: by NTP, by the operator, or when a virtual machine
/// resumes.
///
/// Times that are stored or sent use the time of day. Durations (rate limits, time-outs, cache ages) use
/// [#monotonic], which is not affected when the time of day is set.
public interface AdjustableClock extends InstantSource {

    /// A clock that started at the time of day and advances at a steady rate. It is never set.
    InstantSource monotonic();

    static AdjustableClock ofThisMachine() {
        return new MachineClock();
    }

    /// The monotonic clock of `clock`, or `clock` itself if it cannot be set.
    static InstantSource monotonic(InstantSource clock) {
        return clock instanceof AdjustableClock adjustable ? adjustable.monotonic() : clock;
    }

    /// The clocks of this process.
    final class MachineClock implements AdjustableClock {

        private final InstantSource ofDay = InstantSource.system();
        private final Instant began = ofDay.instant();
        private final long nanos = System.nanoTime();

        private MachineClock() {}

        @Override
        public Instant instant() {
            return ofDay.instant();
        }

        @Override
        public InstantSource monotonic() {
            return () -> began.plusNanos(System.nanoTime() - nanos);
        }
    }
}
