package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A comment about an item.
///
/// @param changedAt when the author last changed it; null if never
/// @param likes the number of users who like it
/// @param replies the number of replies
public record Comment(
        CommentId id,
        UserId author,
        CommentText content,
        Instant at,
        @Nullable Instant changedAt,
        int likes,
        int replies) {

    /// When its present text was written; identifies the state of the comment.
    public Instant writtenAt() {
        return changedAt == null ? at : changedAt;
    }

    Comment with(CommentCountStore.Counts counts) {
        return new Comment(id, author, content, at, changedAt, counts.likes(id), counts.replies(id));
    }
}
