package dev.spoolmark.history;

import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A show with its totals.
///
/// @param episodes the number of episodes with plays
/// @param plays the number of their plays
/// @param lastAt the time of the last play, null if no time is known
public record WatchedShow(
        ShowId show, int episodes, long plays, @Nullable Instant lastAt) {}
