package dev.spoolmark.progress;

import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A show of which a user watched an episode.
///
/// @param lastPlay null if the time of every play is unknown
/// @param hidden whether the user has hidden it from the progress
public record StartedShow(ShowId show, @Nullable Instant lastPlay, boolean hidden) {

    /// The time of the last play in milliseconds; 0 if it is unknown.
    public long lastPlayMillis() {
        return lastPlay == null ? 0 : lastPlay.toEpochMilli();
    }
}
