package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.record.RecordSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a record.
///
/// @param number of the record in the file, from 1
/// @param item null if none was found
/// @param storedAt when it was written
/// @param before the row that was there before, as JSON; null if none was
/// @param after the row that was stored, as JSON; null if none was
/// @param reason key of the reason, or of the topic of a warning; null for none
/// @param label the record in words, if no item says it; null for none
/// @param unresolved the record as JSON, if no item was found; null otherwise
public record ImportRow(
        long number,
        RowOutcome outcome,
        RecordType type,
        @Nullable FoundItem item,
        RecordSource source,
        Instant storedAt,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        @Nullable String label,
        @Nullable String unresolved) {}
