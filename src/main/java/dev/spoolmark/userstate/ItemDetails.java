package dev.spoolmark.userstate;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Database;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.social.ProfileView;
import org.jspecify.annotations.Nullable;

/// Loads what a user has done with one item with one statement, for the page about the item.
public final class ItemDetails {

    private final Database database;
    private final PendingPlays pendingPlays;
    private final ItemDetailStore store = new ItemDetailStore();

    public ItemDetails(Database database, PendingPlays pendingPlays) {
        this.database = database;
        this.pendingPlays = pendingPlays;
    }

    /// The data of a user about an item.
    ///
    /// @param self the view of the user on their own profile
    /// @param show the show whose episodes are marked; null for none
    /// @throws IllegalStateException if it is a view of another user
    public ItemDetail of(ProfileView self, MediaId item, @Nullable ShowId show) {
        UserId user = self.ownerAlone();
        pendingPlays.flush(user);
        return database.read(tx -> store.of(tx, user, item, show));
    }
}
