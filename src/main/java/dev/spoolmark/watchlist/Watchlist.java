package dev.spoolmark.watchlist;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.social.Sight;
import dev.spoolmark.store.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/// What everyone means to watch.
public final class Watchlist {

    private final Database database;
    private final WatchlistStore store = new WatchlistStore();

    public Watchlist(Database database) {
        this.database = database;
    }

    /// Since when these are on one person's watchlist; what is not on it is absent.
    public Map<MediaId, Instant> since(Sight sight, Collection<? extends MediaId> items) {
        return database.read(tx -> store.since(tx, sight.owner(), items));
    }
}
