package dev.spoolmark.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The plays of one item by one user.
///
/// @param plays 0 only while the item is marked as unseen
/// @param firstAt null if unknown
/// @param unseenAt when the item was marked as unseen; null after the next play
public record WatchedSummary(
        int plays,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        @Nullable Instant unseenAt) {}
