package dev.spoolmark.comment;

import java.util.Optional;

/// The result of a change that was made to a certain state of a comment.
///
/// @param isDone false if the comment was changed or deleted meanwhile; then nothing was stored
/// @param stored the comment as it is now; empty if it is deleted
public record CommentChange(boolean isDone, Optional<Comment> stored) {}
