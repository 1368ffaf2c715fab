package dev.spoolmark.stats;

import dev.spoolmark.db.Database;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.social.ProfileView;

/// Counts of what one person did, made from the deeds each time they are asked for.
public final class UserStatistics {

    private final Database database;
    private final PendingPlays due;

    public UserStatistics(Database database, PendingPlays due) {
        this.database = database;
        this.due = due;
    }

    public UserCounts of(ProfileView profile) {
        due.flush(profile.owner());
        return database.read(tx -> new UserStatisticsStore(tx, profile.owner()).counts());
    }
}
