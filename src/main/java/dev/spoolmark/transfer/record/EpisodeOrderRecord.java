package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user wants the episodes of a show in the order of their air dates.
///
/// @param at when that was chosen; null if unknown
public record EpisodeOrderRecord(
        RecordSource source, ImportedItem item, @Nullable Instant at) implements ItemRecord {}
