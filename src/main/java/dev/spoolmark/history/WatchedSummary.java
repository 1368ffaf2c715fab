package dev.spoolmark.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one person's plays of one thing come to.
///
/// @param plays 0 only while it is marked unseen
/// @param firstAt null when nobody knows
/// @param unseenAt when it was explicitly marked unseen; null after the next play
public record WatchedSummary(
        int plays,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        @Nullable Instant unseenAt) {}
