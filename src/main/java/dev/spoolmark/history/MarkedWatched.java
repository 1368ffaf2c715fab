package dev.spoolmark.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An item that a user marks as watched.
///
/// @param times the number of plays, all at the same time
public record MarkedWatched(Watchable item, WatchedTime time, int times) {

    /// The highest number of plays of one item in one request.
    public static final int MAX_TIMES = 1_000;

    public MarkedWatched {
        times = Math.clamp(times, 1, MAX_TIMES);
    }

    /// @param at null if unknown
    public MarkedWatched(Watchable item, @Nullable Instant at, int times) {
        this(item, WatchedTime.of(at), times);
    }

    /// @param at null if unknown
    public static MarkedWatched once(Watchable item, @Nullable Instant at) {
        return new MarkedWatched(item, at, 1);
    }

    /// Null if unknown.
    @Nullable
    Instant at() {
        return time.at();
    }
}
