package dev.spoolmark.hidden;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Items that users have hidden, for example a dismissed recommendation or a show that they have given up.
public final class Hidden {

    private final Database database;
    private final InstantSource clock;
    private final HiddenStore store = new HiddenStore();

    public Hidden(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// All hidden items as rows, for imports.
    public static UserItemRows rows() {
        return new UserItemRows(HiddenStore.TABLE);
    }

    /// Moves hidden items when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(HiddenStore.TABLE, Optional.empty(), stamps);
    }

    /// Hides a movie or a show. Hiding it again changes nothing.
    public void hide(UserId user, HiddenSection section, MediaId item) {
        long show = item instanceof ShowId id ? id.value() : 0;
        database.write(tx -> store.hide(tx, user, section, item, show, clock.instant()));
    }

    /// Hides several shows. Those that are hidden already stay as they are.
    ///
    /// @param at with the precision of the database; identifies the shows for [#unhideAll]
    /// @return how many were hidden now
    public int hideAll(UserId user, HiddenSection section, List<ShowId> shows, Instant at) {
        return database.write(tx -> {
            store.hideAll(tx, user, section, shows, at);
            return store.countHiddenAt(tx, user, section, at);
        });
    }

    /// Shows again what was hidden at once.
    ///
    /// @return the number of items
    public int unhideAll(UserId user, HiddenSection section, Instant at) {
        return database.write(tx -> store.unhideAll(tx, user, section, at));
    }

    /// Hides one season of a show. Hiding it again changes nothing.
    public void hide(UserId user, HiddenSection section, ShowId show, SeasonId season) {
        database.write(tx -> store.hide(tx, user, section, season, show.value(), clock.instant()));
    }

    /// @return whether the item was hidden
    public boolean unhide(UserId user, HiddenSection section, MediaId item) {
        return database.write(tx -> store.unhide(tx, user, section, item)) == 1;
    }

    /// The hidden items of a section.
    public Set<MediaId> of(ProfileView profile, HiddenSection section) {
        return database.read(tx -> store.of(tx, profile.owner(), section));
    }

    /// The hidden items of a section, by kind and id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<HiddenItem> page(ProfileView profile, HiddenSection section, @Nullable HiddenItem after, int max) {
        MediaId item = after == null ? null : after.item();
        return database.read(tx -> store.page(tx, profile.owner(), section, item, max));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("hidden", "section", "kind", "item_id"));
    }
}
