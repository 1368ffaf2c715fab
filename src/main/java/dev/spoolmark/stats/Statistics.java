package dev.spoolmark.stats;

import com.github.benmanes.caffeine.cache.Cache;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Database;
import java.time.InstantSource;
import java.util.List;

/// Counts of an item over all users: totals only, so protected users are included
/// (`docs/security.md#visibility`). A count may be one minute old.
public final class Statistics {

    private final Database database;
    private final Cache<MediaId, ItemCounts> counts;
    private final Cache<ShowId, List<PlayedEpisode>> topEpisodes;
    private final Cache<Boolean, ServerCounts> server;

    public Statistics(Database database, InstantSource clock) {
        this.database = database;
        this.counts = MinuteCache.create(clock);
        this.topEpisodes = MinuteCache.create(clock);
        this.server = MinuteCache.create(clock, 1);
    }

    /// The counts of a movie, show or episode.
    public ItemCounts of(MediaId item) {
        return counts.get(item, key -> database.read(tx -> ItemCountStore.of(tx, key)));
    }

    /// The ten episodes of a show with the most plays, most plays first; includes specials.
    public List<PlayedEpisode> topEpisodes(ShowId show) {
        return topEpisodes.get(show, key -> database.read(tx -> ItemCountStore.topEpisodes(tx, key)));
    }

    /// The size of the catalog and of the history of all users.
    public ServerCounts server() {
        return server.get(true, _ -> database.read(ServerCountStore::all));
    }
}
