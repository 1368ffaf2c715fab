package dev.spoolmark.scrobble;

import java.time.Duration;

/// The result of a check-in: it has begun, or another one is running.
public sealed interface Checkin {

    NowWatching watching();

    record Started(NowWatching watching) implements Checkin {}

    /// @param watching the running check-in
    /// @param left the remaining time, positive
    record Busy(NowWatching watching, Duration left) implements Checkin {}
}
