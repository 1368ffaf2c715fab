package dev.spoolmark.comment;

/// The id of a comment, unique over all items.
public record CommentId(long value) {}
