package dev.spoolmark.comment;

/// The number of a comment, unique over all things that are commented on.
public record CommentId(long value) {}
