package dev.spoolmark.activity;

import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Reads the times of the last changes of a user's data.
public final class LastActivities {

    /// The longest time between reading the clock and storing the stamp.
    private static final Duration MAX_WRITE_DELAY = Duration.ofSeconds(5);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Database database;
    private final InstantSource clock;
    private final LastChangedStore store = new LastChangedStore();

    public LastActivities(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A stamp so far ahead that another change may still get the same second is returned one second earlier, so
    /// that the client sees it move later (`docs/decisions/0015`).
    public LastChanged of(ProfileView profile) {
        Map<ActivityArea, Instant> stamps = database.read(tx -> store.of(tx, profile.owner()));
        Instant latest =
                clock.instant().plus(ActivityStamps.LEAD).minus(MAX_WRITE_DELAY).minus(SECOND);
        stamps.replaceAll((area, at) -> at.isAfter(latest) ? at.minus(SECOND) : at);
        return new LastChanged(stamps);
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("activity", "area"));
    }
}
