package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user has marked an item as unseen.
///
/// @param at null if unknown
public record UnseenRecord(
        RecordSource source, ImportedItem item, @Nullable Instant at) implements ItemRecord {}
