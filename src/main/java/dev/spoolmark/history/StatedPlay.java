package dev.spoolmark.history;

/// A play that a file of a user states, such as an export of another tracker.
public record StatedPlay(Watchable item, WatchedTime time, PlayAction action) {

    /// What became of it.
    public enum Outcome {

        /// It is a new play.
        ADDED,

        /// A stored play whose time was known less precisely has its time now.
        COMPLETED,

        /// It repeats a play that is stored.
        REPEATED,

        /// The user has the highest number of plays of the item.
        FULL
    }
}
