package dev.spoolmark.together;

import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A play that a user offers to a friend.
///
/// @param time when it was watched
/// @param runtime null if unknown
public record OfferedPlay(
        Watchable item, WatchedTime time, @Nullable Duration runtime) {}
