package dev.spoolmark.history;

import java.time.Instant;

/// What somebody says they have watched elsewhere.
///
/// @param times how often, all at the same time (an old form of v1)
public record MarkedWatched(Watchable item, Instant at, int times) {

    /// More than that of one thing in one word is no history.
    public static final int MOST = 1_000;

    public MarkedWatched {
        times = Math.clamp(times, 1, MOST);
    }

    public static MarkedWatched once(Watchable item, Instant at) {
        return new MarkedWatched(item, at, 1);
    }
}
