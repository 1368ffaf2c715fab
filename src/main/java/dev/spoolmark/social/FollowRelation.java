package dev.spoolmark.social;

/// How other users are connected with a user.
public enum FollowRelation {
    FOLLOWING,
    FOLLOWERS,

    /// They have asked to follow the user.
    REQUESTS_RECEIVED,

    /// The user has asked to follow them.
    REQUESTS_SENT
}
