package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user owns an item.
///
/// @param at null if unknown
public record CollectionRecord(
        RecordSource source, ImportedItem item, @Nullable Instant at, MediaDetails details) implements ItemRecord {}
