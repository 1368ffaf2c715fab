package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user wrote a private note about an item or a person.
///
/// @param at last change; null if unknown
/// @param createdAt null if unknown
public record NoteRecord(
        RecordSource source,
        ImportedItem item,
        String text,
        boolean isSpoiler,
        @Nullable Instant at,
        @Nullable Instant createdAt)
        implements ItemRecord {

    public NoteRecord(RecordSource source, ImportedItem item, String text, @Nullable Instant at) {
        this(source, item, text, false, at, at);
    }
}
