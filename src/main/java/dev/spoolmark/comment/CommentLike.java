package dev.spoolmark.comment;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A comment that a user likes.
///
/// @param item what the comment is about; null if the comment is gone
public record CommentLike(CommentId comment, @Nullable MediaId item, Instant likedAt) {}
