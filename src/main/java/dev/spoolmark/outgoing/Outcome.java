package dev.spoolmark.outgoing;

import dev.spoolmark.outgoing.Fetched.Failed;
import java.time.Duration;
import java.util.Optional;

/// What came of one exchange, and what it says about the destination.
///
/// @param rest how long it wants to be left alone
record Outcome(Fetched fetched, Health health, Optional<Duration> rest) {

    enum Health {
        WELL,
        BROKEN,

        /// Alive, but not answering this.
        BUSY
    }

    static Outcome well(Fetched fetched) {
        return new Outcome(fetched, Health.WELL, Optional.empty());
    }

    static Outcome broken(String reason) {
        return new Outcome(Failed.forNow(reason), Health.BROKEN, Optional.empty());
    }

    /// It answered, and always will answer so.
    static Outcome unusable(String reason) {
        return new Outcome(Failed.because(reason), Health.BROKEN, Optional.empty());
    }

    Outcome resting(Optional<Duration> wanted) {
        return new Outcome(fetched, health, wanted);
    }
}
