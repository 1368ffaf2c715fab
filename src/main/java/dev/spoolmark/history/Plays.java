package dev.spoolmark.history;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
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
    private final WatchedStore watched = new WatchedStore();
    private final WatchedLibraryStore library = new WatchedLibraryStore();

    public Plays(Database database) {
        this.database = database;
    }

    /// What one person's plays of these movies and episodes come to; never played and never marked is absent.
    public Map<MediaId, Watched> watched(Sight sight, Collection<? extends MediaId> items) {
        return database.read(tx -> watched.of(tx, sight.owner(), items));
    }

    /// How often one person played the episodes of these shows; a show never played is absent.
    public Map<ShowId, Integer> ofShows(Sight sight, Collection<ShowId> shows) {
        return database.read(tx -> watched.playsOfShows(tx, sight.owner(), shows));
    }

    /// The movies that one person watched, in no order that means anything.
    public List<MovieId> moviesWatched(Sight sight) {
        return database.read(tx -> library.movies(tx, sight.owner()));
    }

    /// The shows of which one person watched an episode, in no order that means anything.
    public List<ShowId> showsWatched(Sight sight) {
        return database.read(tx -> library.shows(tx, sight.owner()));
    }

    /// The episodes of these shows that one person watched.
    public Map<ShowId, Set<EpisodeId>> watchedEpisodes(Sight sight, Collection<ShowId> shows) {
        return database.read(tx -> library.watchedEpisodes(tx, sight.owner(), shows));
    }

    /// The shows of which one person explicitly marked an episode unseen.
    public List<ShowId> showsUnseen(Sight sight) {
        return database.read(tx -> library.showsUnseen(tx, sight.owner()));
    }

    /// The episodes of these shows that one person explicitly marked unseen.
    public Map<ShowId, Set<EpisodeId>> unseenEpisodes(Sight sight, Collection<ShowId> shows) {
        return database.read(tx -> library.unseenEpisodes(tx, sight.owner(), shows));
    }
}
