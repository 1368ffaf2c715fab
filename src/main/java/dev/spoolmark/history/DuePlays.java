package dev.spoolmark.history;

import dev.spoolmark.account.UserId;

/// Plays that have become due without anybody reporting them: check-ins whose time ran out.
///
/// Whoever reads or changes a person's history has them written down first, so that no play waits for a timer
/// (`decisions.md` 3, "check-in ends").
@FunctionalInterface
public interface DuePlays {

    /// Writes down what is due of one person. Cheap when nothing is.
    void settle(UserId person);
}
