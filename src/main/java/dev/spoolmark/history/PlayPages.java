package dev.spoolmark.history;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that is stored about the plays of a user, page by page in the order of a key.
///
/// Plays of check-ins that have ended are not stored here first; the caller calls [PendingPlays#flush].
public final class PlayPages {

    private final Database database;
    private final PlayPageStore store = new PlayPageStore();

    public PlayPages(Database database) {
        this.database = database;
    }

    /// The plays, newest first, those of unknown time at the end.
    ///
    /// @param after the last play of the page before; null for the first page
    public List<RecordedPlay> plays(ProfileView profile, @Nullable RecordedPlay after, int max) {
        return database.read(tx -> store.plays(tx, owner(profile), after, max));
    }

    /// The movies with plays, by id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<WatchedItem> movies(ProfileView profile, @Nullable MovieId after, int max) {
        return database.read(tx -> store.movies(tx, owner(profile), after == null ? 0 : after.value(), max));
    }

    /// The shows with plays and their totals, by id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<WatchedShow> shows(ProfileView profile, @Nullable WatchedShow after, int max) {
        long show = after == null ? 0 : after.show().value();
        return database.read(tx -> store.shows(tx, owner(profile), show, max));
    }

    /// The episodes with plays of these shows, by id. All are in memory: a show may have 100,000 and more.
    public Map<ShowId, List<WatchedItem>> episodes(ProfileView profile, List<ShowId> shows) {
        return database.read(tx -> store.episodes(tx, owner(profile), shows));
    }

    /// The movies and episodes that are marked as unseen, by kind and id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<WatchedItem> unseen(ProfileView profile, @Nullable Watchable after, int max) {
        return database.read(tx -> store.unseen(tx, owner(profile), after, max));
    }

    private static UserId owner(ProfileView profile) {
        return profile.owner(ProfileSection.HISTORY);
    }
}
