package dev.spoolmark.stats;

import com.github.benmanes.caffeine.cache.Cache;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.time.InstantSource;

/// The counts on profiles. They may be one minute old; the check of what a viewer may see is current.
public final class ProfileStatistics {

    private final Database database;
    private final Cache<UserId, ProfileCounts> cache;

    public ProfileStatistics(Database database, InstantSource clock) {
        this.database = database;
        this.cache = MinuteCache.create(clock);
    }

    /// Counts of sections that the viewer may not read are 0, as those of a user without data.
    public ProfileCounts of(ProfileView profile) {
        ProfileCounts all = cache.get(profile.owner(), user -> database.read(tx -> ProfileCountStore.of(tx, user)));
        boolean progress = profile.shows(ProfileSection.PROGRESS);
        return new ProfileCounts(
                progress ? all.movies() : 0,
                progress ? all.shows() : 0,
                progress ? all.episodes() : 0,
                all.followers(),
                all.following());
    }
}
