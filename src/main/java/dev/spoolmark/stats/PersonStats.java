package dev.spoolmark.stats;

import dev.spoolmark.history.DuePlays;
import dev.spoolmark.social.Sight;
import dev.spoolmark.store.Database;

/// Counts of what one person did, made from the deeds each time they are asked for.
public final class PersonStats {

    private final Database database;
    private final DuePlays due;

    public PersonStats(Database database, DuePlays due) {
        this.database = database;
        this.due = due;
    }

    public PersonCounts of(Sight sight) {
        due.settle(sight.owner());
        return database.read(tx -> new PersonStatsStore(tx, sight.owner()).counts());
    }
}
