package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.store.Database;
import java.time.InstantSource;

/// Who follows whom.
public final class Follows {

    private final Database database;
    private final InstantSource clock;
    private final FollowStore store = new FollowStore();

    public Follows(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Both follow each other from now on, whether protected or not. For people who are set up together.
    public void befriend(Account one, Account other) {
        database.write(tx -> {
            store.approve(tx, one.id(), other.id(), clock.instant());
            store.approve(tx, other.id(), one.id(), clock.instant());
            return true;
        });
    }
}
