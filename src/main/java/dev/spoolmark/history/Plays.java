package dev.spoolmark.history;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.social.Sight;
import dev.spoolmark.store.Database;
import java.util.Collection;
import java.util.Map;

/// Everyone's plays, and what they come to.
public final class Plays {

    private final Database database;
    private final WatchedStore watched = new WatchedStore();

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
}
