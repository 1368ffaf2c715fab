package dev.spoolmark.history;

import java.time.Instant;
import java.util.Objects;

/// One viewing of an item by a user.
///
/// @param id unique among all plays
/// @param time not unknown
public record Play(long id, Watchable item, WatchedTime time, PlayAction action) {

    public Instant watchedAt() {
        return Objects.requireNonNull(time.at());
    }
}
