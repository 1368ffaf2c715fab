package dev.spoolmark.history;

import org.jspecify.annotations.Nullable;

/// A play that a file of a user states, such as an export of another tracker.
///
/// @param identity of a play of an export of this server, which is compared exactly; null for others
public record StatedPlay(
        Watchable item,
        WatchedTime time,
        PlayAction action,
        @Nullable PlayIdentity identity) {

    public StatedPlay(Watchable item, WatchedTime time, PlayAction action) {
        this(item, time, action, null);
    }

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
