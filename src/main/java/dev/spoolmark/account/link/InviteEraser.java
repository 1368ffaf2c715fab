package dev.spoolmark.account.link;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.db.Tx;

/// Deletes the invitations that a deleted administrator made, with their notes.
record InviteEraser() implements UserDataEraser {

    @Override
    public String name() {
        return "";
    }

    @Override
    public long count(Tx tx, UserId user) {
        return InviteStore.countOf(tx, user);
    }

    @Override
    public int erase(Tx tx, UserId user, int max) {
        return InviteStore.deleteFirst(tx, user, max);
    }
}
