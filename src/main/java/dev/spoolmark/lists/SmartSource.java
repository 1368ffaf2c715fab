package dev.spoolmark.lists;

/// What a smart list chooses from: data of its owner about movies and shows.
public enum SmartSource {
    WATCHLIST,
    COLLECTION,

    /// Movies with plays, and shows with plays of episodes.
    WATCHED,
    RATED
}
