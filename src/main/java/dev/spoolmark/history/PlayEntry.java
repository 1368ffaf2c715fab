package dev.spoolmark.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stored play, which the user can change or delete.
///
/// @param id unique among all plays
public record PlayEntry(long id, Watchable item, WatchedTime time, PlayAction action) {

    /// @param id unique among all plays
    /// @param precision as it is stored
    public static PlayEntry stored(
            long id, Watchable item, @Nullable Instant watchedAt, int precision, PlayAction action) {
        return new PlayEntry(id, item, WatchedTime.stored(watchedAt, precision), action);
    }

    /// Null if unknown.
    public @Nullable Instant watchedAt() {
        return time.at();
    }
}
