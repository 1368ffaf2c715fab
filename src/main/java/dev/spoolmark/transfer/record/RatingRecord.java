package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user rated an item.
///
/// @param score from 1 to 10; halves are possible
/// @param at null if unknown
public record RatingRecord(
        RecordSource source,
        ImportedItem item,
        double score,
        @Nullable Instant at) implements ItemRecord {}
