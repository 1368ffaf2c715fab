package dev.spoolmark.transfer.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The user wrote a comment about an item.
///
/// @param isReview whether the file calls it a review
/// @param at null if unknown
/// @param changedAt last change of its text; null if there was none, or it is unknown
public record CommentRecord(
        RecordSource source,
        ImportedItem item,
        String text,
        boolean isSpoiler,
        boolean isReview,
        @Nullable Instant at,
        @Nullable Instant changedAt)
        implements ItemRecord {

    public CommentRecord(
            RecordSource source,
            ImportedItem item,
            String text,
            boolean isSpoiler,
            boolean isReview,
            @Nullable Instant at) {
        this(source, item, text, isSpoiler, isReview, at, null);
    }
}
