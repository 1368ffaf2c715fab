package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.db.Tx;

/// Empties the comments of a deleted account. The rows stay, since others have replied to them.
record CommentEraser() implements UserDataEraser {

    @Override
    public String name() {
        return "comments";
    }

    @Override
    public long count(Tx tx, UserId user) {
        return new CommentStore().count(tx, user);
    }

    @Override
    public int erase(Tx tx, UserId user, int max) {
        return new CommentStore().empty(tx, user, max);
    }
}
