package dev.spoolmark.catalog.lookup;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.SeasonStore;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.ingest.PendingDeletions;
import dev.spoolmark.catalog.merge.ItemAliasStore;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Caches guides of shows, bounded by their size in memory (`docs/scaling.md#hot-queries`).
public final class ShowGuideCache {

    private static final int BYTES = 16 * 1024 * 1024;

    private final Database database;
    private final InvalidatingCache<ShowId, ShowGuide> stored;

    public ShowGuideCache(Database database, Ticker ticker) {
        this.database = database;
        this.stored = new InvalidatingCache<>(BYTES, (id, guide) -> guide.weight(), ticker);
    }

    public Map<ShowId, ShowGuide> get(Collection<ShowId> shows) {
        return stored.getAll(
                shows,
                missing -> database.read(tx ->
                        ItemAliasStore.findResolving(tx, Kind.SHOW, missing, ShowId::new, batch -> read(tx, batch))));
    }

    public void invalidate(Collection<ShowId> shows) {
        stored.invalidate(shows);
    }

    public void invalidateAll() {
        stored.invalidateAll();
    }

    public static Map<ShowId, ShowGuide> read(Tx tx, Collection<ShowId> requested) {
        Map<ShowId, Show> shows = ShowStore.get(tx, requested);
        Map<ShowId, List<Season>> seasons = SeasonStore.ofShows(tx, shows.keySet());
        seasons.values().forEach(batch -> batch.removeIf(season -> PendingDeletions.isOne(season.number())));
        Map<ShowId, List<EpisodeSummary>> episodes = EpisodeStore.headsOf(tx, shows.keySet());
        Map<ShowId, ShowGuide> guides = new HashMap<>();
        shows.forEach((id, show) -> guides.put(
                id, new ShowGuide(show, seasons.getOrDefault(id, List.of()), episodes.getOrDefault(id, List.of()))));
        return guides;
    }
}
