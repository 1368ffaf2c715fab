package dev.spoolmark.history;

import dev.spoolmark.account.UserId;

/// Plays that have become due without anybody reporting them: check-ins whose time ran out.
///
/// Whoever reads or changes a person's history has them written down first, so that no play waits for a timer
/// (`docs/spec/v1/conventions.md#watching-scrobbles-and-check-ins`).
@FunctionalInterface
public interface PendingPlays {

    /// Writes down what is due of one person. Cheap when nothing is.
    void flush(UserId user);
}
