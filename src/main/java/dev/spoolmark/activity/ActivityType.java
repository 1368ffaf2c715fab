package dev.spoolmark.activity;

/// Kinds of changes in the data of a user. Together with the kind of the item it forms an [ActivityArea].
public enum ActivityType {
    /// Plays of any action, and marks as unseen.
    WATCHED,
    SCROBBLE,
    CHECKIN,
    SEEN,
    /// Resume points.
    PAUSED,
    COLLECTION,
    RATING,
    WATCHLIST,
    FAVORITE,
    /// Shouts and reviews.
    COMMENT,
    SHOUT,
    REVIEW
}
