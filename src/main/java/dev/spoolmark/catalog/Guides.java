package dev.spoolmark.catalog;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The guides of shows somebody asked for lately, bounded by the memory they take (`scale.md` 7).
final class Guides {

    private static final int BYTES = 16 * 1024 * 1024;

    private final Database database;
    private final FreshCache<ShowId, ShowGuide> kept;

    Guides(Database database, Ticker ticker) {
        this.database = database;
        this.kept = new FreshCache<>(BYTES, (id, guide) -> guide.weight(), ticker);
    }

    Map<ShowId, ShowGuide> get(Collection<ShowId> shows) {
        return kept.getAll(
                shows,
                missing -> database.read(
                        tx -> AliasStore.following(tx, Kind.SHOW, missing, ShowId::new, some -> read(tx, some))));
    }

    void forget(Collection<ShowId> shows) {
        kept.forget(shows);
    }

    void forgetAll() {
        kept.forgetAll();
    }

    static Map<ShowId, ShowGuide> read(Tx tx, Collection<ShowId> wanted) {
        Map<ShowId, Show> shows = ShowStore.get(tx, wanted);
        Map<ShowId, List<Season>> seasons = SeasonStore.ofShows(tx, shows.keySet());
        seasons.values().forEach(some -> some.removeIf(season -> SetAside.isOne(season.number())));
        Map<ShowId, List<EpisodeHead>> episodes = EpisodeStore.headsOf(tx, shows.keySet());
        Map<ShowId, ShowGuide> guides = new HashMap<>();
        shows.forEach((id, show) -> guides.put(
                id, new ShowGuide(show, seasons.getOrDefault(id, List.of()), episodes.getOrDefault(id, List.of()))));
        return guides;
    }
}
