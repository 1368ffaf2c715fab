package dev.spoolmark.showsetting;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.ProfileView;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The settings of users for single shows. All changes can be repeated.
public final class ShowSettings {

    /// The highest number of pinned shows of a user.
    public static final int MAX_PINNED = 50;

    private final Database database;
    private final InstantSource clock;
    private final ShowSettingStore store = new ShowSettingStore();

    public ShowSettings(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Moves settings when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(ShowSettingStore.TABLE, Optional.empty(), stamps);
    }

    /// All settings as rows, for imports. The columns are the time of the pin and the number of the rule.
    public static UserItemRows rows() {
        return new UserItemRows(ShowSettingStore.TABLE);
    }

    /// The number of pinned shows.
    public static int countPinned(Tx tx, UserId user) {
        return new ShowSettingStore().countPinned(tx, user);
    }

    /// Pins a show. A show that is pinned keeps its place.
    ///
    /// @return false if it is not pinned, since the user has pinned the highest number of shows
    public boolean pin(UserId user, ShowId show) {
        return database.write(tx -> {
            if (store.find(tx, user, show).filter(ShowSettings::isPinned).isPresent()) {
                return true;
            }
            if (store.countPinned(tx, user) >= MAX_PINNED) {
                return false;
            }
            store.pin(tx, user, show, clock.instant());
            return true;
        });
    }

    /// @return whether the show was pinned
    public boolean unpin(UserId user, ShowId show) {
        return database.write(tx -> {
            boolean isChanged = store.unpin(tx, user, show);
            store.deleteDefaults(tx, user, show);
            return isChanged;
        });
    }

    /// Sets the rule by which the next episode of a show is chosen.
    public void setRule(UserId user, ShowId show, NextRule rule) {
        database.write(tx -> {
            store.setRule(tx, user, show, rule);
            store.deleteDefaults(tx, user, show);
            return true;
        });
    }

    /// The settings of a show; empty if the user has chosen nothing.
    public Optional<ShowSetting> find(ProfileView self, ShowId show) {
        UserId owner = self.ownerAlone();
        return database.read(tx -> store.find(tx, owner, show));
    }

    /// All settings of a user by show.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<ShowSetting> page(ProfileView self, @Nullable ShowSetting after, int max) {
        UserId owner = self.ownerAlone();
        return database.read(tx -> store.page(tx, owner, after, max));
    }

    private static boolean isPinned(ShowSetting setting) {
        return setting.pinnedAt() != null;
    }

    /// What a deleted account leaves in the table of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("show_setting", "kind", "item_id"));
    }
}
