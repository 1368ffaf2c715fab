package dev.spoolmark.scrobble;

import java.time.Duration;

/// What became of a check-in: it stands, or another one is still running.
public sealed interface Checkin {

    NowWatching watching();

    record Begun(NowWatching watching) implements Checkin {}

    /// @param watching the one that is in the way
    /// @param left how long it still runs, more than nothing
    record Busy(NowWatching watching, Duration left) implements Checkin {}
}
