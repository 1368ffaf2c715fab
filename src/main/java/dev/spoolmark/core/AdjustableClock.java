package dev.spoolmark.core;

import java.time.Instant;
import java.time.InstantSource;

/// A clock whose time of day may be set at any moment, as that of every machine is: by a time server, by the
/// operator, or when a virtual machine wakes up.
///
/// What is stored and what is said to clients takes the time of day. What measures a duration (limits of rate,
/// time-outs, the age of cached values) takes [#steady], for which the same time passes whatever the time of day is
/// set to.
public interface AdjustableClock extends InstantSource {

    /// A clock that began at the time of day and advances by as much time as passes. It is never set.
    InstantSource steady();

    static AdjustableClock ofThisMachine() {
        return new MachineClock();
    }

    /// The steady clock that belongs to `clock`; a clock that cannot be set is its own.
    static InstantSource steady(InstantSource clock) {
        return clock instanceof AdjustableClock adjustable ? adjustable.steady() : clock;
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
        public InstantSource steady() {
            return () -> began.plusNanos(System.nanoTime() - nanos);
        }
    }
}
