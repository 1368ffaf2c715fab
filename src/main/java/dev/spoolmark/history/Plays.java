package dev.spoolmark.history;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.social.Sight;
import dev.spoolmark.store.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everyone's plays, and what they come to.
public final class Plays {

    private final Database database;
    private final PlayStore plays = new PlayStore();
    private final WatchedStore watched = new WatchedStore();

    public Plays(Database database) {
        this.database = database;
    }

    /// What one person's plays of these movies and episodes come to; never played and never marked is absent.
    public Map<MediaId, Watched> watched(Sight sight, Collection<? extends MediaId> items) {
        return database.read(tx -> watched.of(tx, sight.owner(), items));
    }

    /// One person's plays of these kinds (movie, episode) that came to be in these ways, newest first.
    public List<Play> recent(Sight sight, Set<Kind> kinds, Set<PlayAction> actions, int limit) {
        return database.read(tx -> plays.recent(tx, sight.owner(), kinds, actions, limit));
    }

    /// The movies one person has watched, by folded title.
    public List<WatchedMovie> moviesWatched(Sight sight) {
        return database.read(tx -> watched.movies(tx, sight.owner()));
    }

    /// The shows of which one person has watched an episode, by folded title.
    public List<ShowId> showsWatched(Sight sight) {
        return database.read(tx -> watched.shows(tx, sight.owner(), WatchedStore.PLAYED));
    }

    /// The episodes of these shows that one person has watched; a show without any is absent.
    public Map<ShowId, List<WatchedEpisode>> watchedEpisodes(Sight sight, Collection<ShowId> shows) {
        return database.read(tx -> watched.episodes(tx, sight.owner(), shows, WatchedStore.PLAYED));
    }

    /// The shows of which one person has marked an episode unseen, by folded title.
    public List<ShowId> showsUnseen(Sight sight) {
        return database.read(tx -> watched.shows(tx, sight.owner(), WatchedStore.MARKED_UNSEEN));
    }

    /// The episodes of these shows that one person has marked unseen; a show without any is absent.
    public Map<ShowId, List<WatchedEpisode>> unseenEpisodes(Sight sight, Collection<ShowId> shows) {
        return database.read(tx -> watched.episodes(tx, sight.owner(), shows, WatchedStore.MARKED_UNSEEN));
    }
}
