package dev.spoolmark.catalog.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The state of a dataset that is imported again when its files change.
///
/// @param running whether an import runs now
/// @param loadedAt when the last import completed; null if none did
/// @param outcome the result of that import, in one line
/// @param error why the import fails now, in one line; null if it does not
/// @param dueAt the earliest next attempt
public record DatasetStatus(
        boolean running,
        @Nullable Instant loadedAt,
        @Nullable String outcome,
        @Nullable String error,
        @Nullable Instant errorAt,
        Instant dueAt) {}
