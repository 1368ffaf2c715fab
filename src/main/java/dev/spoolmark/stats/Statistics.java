package dev.spoolmark.stats;

import com.github.benmanes.caffeine.cache.Cache;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Database;
import java.time.InstantSource;
import java.util.List;

/// What everybody together did with a thing: totals only, so protected people count like others
/// (`docs/security.md#visibility`). A count may be a minute old.
public final class Statistics {

    private final Database database;
    private final Cache<MediaId, ItemCounts> counts;
    private final Cache<ShowId, List<PlayedEpisode>> topEpisodes;

    public Statistics(Database database, InstantSource clock) {
        this.database = database;
        this.counts = MinuteCache.create(clock);
        this.topEpisodes = MinuteCache.create(clock);
    }

    /// The counts of a movie, a show or an episode.
    public ItemCounts of(MediaId item) {
        return counts.get(item, wanted -> database.read(tx -> ItemCountStore.of(tx, wanted)));
    }

    /// The ten episodes of a show that were played most, the most played first; specials too.
    public List<PlayedEpisode> topEpisodes(ShowId show) {
        return topEpisodes.get(show, wanted -> database.read(tx -> ItemCountStore.topEpisodes(tx, wanted)));
    }
}
