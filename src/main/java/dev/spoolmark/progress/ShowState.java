package dev.spoolmark.progress;

import dev.spoolmark.showsetting.NextRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a user follows a show.
///
/// @param hidden whether it is hidden from the progress
/// @param dropped whether the user has given it up
/// @param run 1, or the number of the rewatch: 2 for the first one
/// @param runStart when the rewatch started; null in the first run
public record ShowState(
        boolean hidden,
        boolean dropped,
        boolean pinned,
        NextRule rule,
        int run,
        @Nullable Instant runStart) {

    /// Of a show with nothing special.
    public static final ShowState NONE = new ShowState(false, false, false, NextRule.AFTER_LAST, 1, null);
}
