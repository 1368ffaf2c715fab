package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user stopped watching an item in the middle.
///
/// @param percent from 0 to 100
/// @param at null if unknown
public record PlaybackRecord(
        RecordSource source,
        ImportedItem item,
        double percent,
        @Nullable Instant at) implements ItemRecord {}
