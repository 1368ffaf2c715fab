package dev.spoolmark.activity;

import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// When each area of a person's data last changed, for clients that ask before they fetch again.
public final class LastActivities {

    /// How late a change may come to the store after it took its time.
    private static final Duration LATE = Duration.ofSeconds(5);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Database database;
    private final InstantSource clock;
    private final LastChangedStore store = new LastChangedStore();

    public LastActivities(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A stamp that is so far ahead that another change may still get the same second is told a second less, until
    /// it cannot: whoever reads it now will see it move (`docs/decisions/0015`).
    public LastChanged of(ProfileView profile) {
        Map<String, Instant> stamps = database.read(tx -> store.of(tx, profile.owner()));
        Instant settled = clock.instant().plus(ActivityStamps.LEAD).minus(LATE).minus(SECOND);
        stamps.replaceAll((area, at) -> at.isAfter(settled) ? at.minus(SECOND) : at);
        return new LastChanged(stamps);
    }
}
