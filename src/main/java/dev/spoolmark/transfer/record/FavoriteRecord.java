package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A movie or show is a favourite of the user.
///
/// @param rank position from 1; null if the file has no order
/// @param at null if unknown
public record FavoriteRecord(
        RecordSource source,
        ImportedItem item,
        @Nullable Integer rank,
        @Nullable Instant at,
        @Nullable String note) implements ItemRecord {}
