package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An item is on a list of the user.
///
/// @param list key of the [ListRecord]
/// @param rank position from 1; null for the order of the file
/// @param at null if unknown
public record ListItemRecord(
        RecordSource source,
        ImportedItem item,
        String list,
        @Nullable Integer rank,
        @Nullable Instant at,
        @Nullable String note)
        implements ItemRecord {}
