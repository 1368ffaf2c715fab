package dev.spoolmark.social;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.db.Tx;

/// Erases who a deleted account follows and who follows it, also from the rows of the other users.
record FollowEraser() implements UserDataEraser {

    @Override
    public String name() {
        return "follows";
    }

    @Override
    public long count(Tx tx, UserId user) {
        return new FollowStore().countBoth(tx, user);
    }

    @Override
    public int erase(Tx tx, UserId user, int max) {
        return new FollowStore().removeFirst(tx, user, max);
    }
}
