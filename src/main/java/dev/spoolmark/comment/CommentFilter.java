package dev.spoolmark.comment;

/// Selects comments.
public enum CommentFilter {
    ALL,
    SHOUTS,
    REVIEWS
}
