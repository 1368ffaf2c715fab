package dev.spoolmark.stats.viewing;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Which reviews of a year a user shows to those who may read the history. Others are visible to the user alone.
public final class SharedReviews {

    private final Database database;
    private final InstantSource clock;
    private final SharedReviewStore store = new SharedReviewStore();

    public SharedReviews(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Shares the review of a year, or no longer shares it. Repeating a call changes nothing.
    public void change(UserId user, int year, boolean isShared) {
        Instant now = clock.instant();
        database.write(tx -> {
            if (isShared) {
                store.add(tx, user, year, now);
            } else {
                store.remove(tx, user, year);
            }
            return true;
        });
    }

    /// Shares the review of a year as an import says, if it is not shared.
    ///
    /// @return whether it was not shared
    public static boolean restore(Tx tx, UserId user, int year, Instant at) {
        SharedReviewStore store = new SharedReviewStore();
        boolean isNew = !store.contains(tx, user, year);
        if (isNew) {
            store.add(tx, user, year, at);
        }
        return isNew;
    }

    /// Undoes [#restore].
    public static void undoRestore(Tx tx, UserId user, int year) {
        new SharedReviewStore().remove(tx, user, year);
    }

    /// Whether the user shares the review of this year.
    ///
    /// @throws IllegalStateException if the viewer may not read the history
    public boolean isShared(ProfileView profile, int year) {
        return database.read(tx -> store.contains(tx, profile.owner(ProfileSection.HISTORY), year));
    }

    /// The years whose reviews are shared, with the time of the decision.
    public Map<Integer, Instant> all(ProfileView self) {
        return database.read(tx -> store.all(tx, self.ownerAlone()));
    }

    /// What a deleted account leaves in the table of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("shared_review", "year"));
    }
}
