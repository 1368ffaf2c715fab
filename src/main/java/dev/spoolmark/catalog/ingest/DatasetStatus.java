package dev.spoolmark.catalog.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with a base that is loaded again when its files change.
///
/// @param underWay whether somebody loads it right now
/// @param loadedAt when it was last loaded to its end, if it ever was
/// @param outcome what came of that, in one line
/// @param error why it does not go on, in one line; nothing once it does
/// @param dueAt before when it is not tried again
public record DatasetStatus(
        boolean underWay,
        @Nullable Instant loadedAt,
        @Nullable String outcome,
        @Nullable String error,
        @Nullable Instant errorAt,
        Instant dueAt) {}
