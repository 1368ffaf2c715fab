package dev.spoolmark.social;

/// Whether one user follows another.
public enum FollowState {
    NONE,

    /// The followed user has not decided yet.
    REQUESTED,
    FOLLOWING
}
