package dev.spoolmark.history;

import dev.spoolmark.account.UserId;

/// Plays of check-ins that have ended without being stored yet.
///
/// They are stored before the history of the user is read or changed, so that no play waits for a timer
/// (`docs/spec/v1/conventions.md#watching-scrobbles-and-check-ins`).
@FunctionalInterface
public interface PendingPlays {

    /// Stores the pending plays of a user. Cheap if there are none.
    void flush(UserId user);
}
