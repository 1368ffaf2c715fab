package dev.spoolmark.scrobble;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// The position at which a user stopped watching a movie or an episode. A user has at most one for each item.
///
/// @param progress in 1/100 %
public record ResumePoint(MediaId item, int progress, Instant pausedAt) {

    /// The position at the end.
    public static final int COMPLETE = 10_000;
}
