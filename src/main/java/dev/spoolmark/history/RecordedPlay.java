package dev.spoolmark.history;

import dev.spoolmark.account.AppId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One viewing of an item by a user, with all that is stored about it.
///
/// @param id unique among all plays
/// @param app the application that reported it; null if unknown
/// @param createdAt when it was stored
public record RecordedPlay(
        long id,
        Watchable item,
        WatchedTime time,
        PlayAction action,
        @Nullable AppId app,
        Instant createdAt) {

    /// Null if unknown.
    public @Nullable Instant watchedAt() {
        return time.at();
    }
}
