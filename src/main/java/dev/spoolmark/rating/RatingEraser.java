package dev.spoolmark.rating;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.db.Tx;
import java.time.InstantSource;

/// Erases the ratings of a deleted account, so that stored counts of the items are computed again.
record RatingEraser(InstantSource clock) implements UserDataEraser {

    @Override
    public String name() {
        return RatingStore.ROWS.name();
    }

    @Override
    public long count(Tx tx, UserId user) {
        return RatingStore.ROWS.count(tx, user);
    }

    @Override
    public int erase(Tx tx, UserId user, int max) {
        return new RatingStore().removeFirst(tx, user, clock.instant(), max);
    }
}
