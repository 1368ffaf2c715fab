package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user wants to watch an item.
///
/// @param rank position from 1; null if the file has no order
/// @param at null if unknown
public record WatchlistRecord(
        RecordSource source,
        ImportedItem item,
        @Nullable Integer rank,
        @Nullable Instant at,
        @Nullable String note) implements ItemRecord {}
