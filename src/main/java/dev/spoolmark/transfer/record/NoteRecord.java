package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user wrote a private note about an item or a person.
///
/// @param at null if unknown
public record NoteRecord(
        RecordSource source,
        ImportedItem item,
        String text,
        @Nullable Instant at) implements ItemRecord {}
