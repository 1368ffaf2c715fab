package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user wrote a comment about an item.
///
/// @param isReview whether the file calls it a review
/// @param at null if unknown
public record CommentRecord(
        RecordSource source,
        ImportedItem item,
        String text,
        boolean isSpoiler,
        boolean isReview,
        @Nullable Instant at) implements ItemRecord {}
