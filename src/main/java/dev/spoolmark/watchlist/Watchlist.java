package dev.spoolmark.watchlist;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.Timeline;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.social.Sight;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What everyone means to watch.
public final class Watchlist {

    private final Database database;
    private final Timeline timeline;
    private final WatchlistStore store = new WatchlistStore();

    public Watchlist(Database database, Timeline timeline, InstantSource clock) {
        this.database = database;
        this.timeline = timeline;
    }

    /// Takes these off the list inside a transaction that is under way: what was watched is not to be watched any more.
    public int remove(Tx tx, UserId user, Collection<? extends MediaId> items, Instant now) {
        List<MediaId> removed = store.remove(tx, user, List.copyOf(items));
        for (Kind kind : MediaId.byKind(removed).keySet()) {
            timeline.changed(tx, user, kind.word() + ".watchlist", now);
        }
        return removed.size();
    }

    /// Since when these are on one person's watchlist; what is not on it is absent.
    public Map<MediaId, Instant> since(Sight sight, Collection<? extends MediaId> items) {
        return database.read(tx -> store.since(tx, sight.owner(), items));
    }
}
