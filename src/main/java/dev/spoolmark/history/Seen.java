package dev.spoolmark.history;

import java.time.Instant;

/// What somebody says they have watched elsewhere.
///
/// @param times how often, all at the same time (an old form of v1)
public record Seen(Watchable item, Instant at, int times) {

    /// More than that of one thing in one word is no history.
    public static final int MOST = 1_000;

    public Seen {
        times = Math.clamp(times, 1, MOST);
    }

    public static Seen once(Watchable item, Instant at) {
        return new Seen(item, at, 1);
    }
}
