package dev.spoolmark.progress;

import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A show that a user has begun, pinned, hidden or dropped.
///
/// @param at the last time that the user watched it, stored a play at an unknown time, started a rewatch or pinned it
/// without a play; null for a show without any of these
/// @param pinnedAt null if it is not pinned
/// @param hidden whether the user has hidden it from the progress
/// @param dropped whether the user has given it up, which also takes it off the calendar
public record StartedShow(
        ShowId show, @Nullable Instant at, @Nullable Instant pinnedAt, boolean hidden, boolean dropped) {

    /// The time in milliseconds; 0 if there is none.
    public long millis() {
        return at == null ? 0 : Math.max(0, at.toEpochMilli());
    }

    public boolean isPinned() {
        return pinnedAt != null;
    }

    /// Whether it is among the shows that the user watches.
    public boolean isActive() {
        return !hidden && !dropped;
    }
}
