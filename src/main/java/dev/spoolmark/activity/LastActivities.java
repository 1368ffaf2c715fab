package dev.spoolmark.activity;

import dev.spoolmark.social.Sight;
import dev.spoolmark.store.Database;

/// When each area of a person's data last changed, for clients that ask before they fetch again.
public final class LastActivities {

    private final Database database;
    private final StampStore store = new StampStore();

    public LastActivities(Database database) {
        this.database = database;
    }

    public Stamps of(Sight sight) {
        return new Stamps(database.read(tx -> store.of(tx, sight.owner())));
    }
}
