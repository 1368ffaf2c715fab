package dev.spoolmark.account.deletion;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;

/// Counts and deletes what one feature stores about a user.
public interface UserDataEraser {

    /// What the rows are, `plays`, for a preview; empty if a preview does not mention them.
    String name();

    /// The number of rows.
    long count(Tx tx, UserId user);

    /// Deletes rows of a deleted account.
    ///
    /// @param max the maximum number, so that others can write in between
    /// @return the number; less than `max` when nothing is left
    int erase(Tx tx, UserId user, int max);
}
