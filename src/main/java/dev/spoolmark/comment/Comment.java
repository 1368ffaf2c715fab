package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// A comment about an item.
///
/// @param likes the number of users who like it
/// @param replies the number of replies
public record Comment(CommentId id, UserId author, CommentText content, Instant at, int likes, int replies) {

    Comment with(CommentCountStore.Counts counts) {
        return new Comment(id, author, content, at, counts.likes(id), counts.replies(id));
    }
}
