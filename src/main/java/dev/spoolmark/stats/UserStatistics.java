package dev.spoolmark.stats;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.db.Database;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.social.ProfileView;

/// Counts of the data of one user, computed from the rows at each call.
public final class UserStatistics {

    private final Database database;
    private final PendingPlays pendingPlays;

    public UserStatistics(Database database, PendingPlays pendingPlays) {
        this.database = database;
        this.pendingPlays = pendingPlays;
    }

    public UserCounts of(ProfileView profile) {
        pendingPlays.flush(profile.owner(ProfileSection.PROGRESS));
        return database.read(tx -> new UserStatisticsStore(tx, profile.owner(ProfileSection.PROGRESS)).counts());
    }
}
