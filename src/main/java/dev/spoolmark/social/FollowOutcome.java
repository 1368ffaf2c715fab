package dev.spoolmark.social;

/// The result of a request to follow.
public enum FollowOutcome {

    /// The user follows, now or already before.
    FOLLOWING,

    /// The other user is protected, and the request is pending.
    REQUESTED
}
