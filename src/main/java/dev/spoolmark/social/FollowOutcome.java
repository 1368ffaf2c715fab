package dev.spoolmark.social;

/// What a wish to follow came to.
public enum FollowOutcome {

    /// It stands at once, or stood already.
    FOLLOWING,

    /// The other is protected and has yet to answer.
    REQUESTED
}
