package dev.spoolmark.comment;

/// Which comments are asked for.
public enum CommentFilter {
    ALL,
    SHOUTS,
    REVIEWS
}
