package dev.spoolmark.catalog.provisional;

import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.SeasonRef;
import dev.spoolmark.catalog.SeasonStore;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.lookup.ShowGuideCache;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Creates provisional items, in transactions of at most 500. Each transaction searches again before it adds,
/// so that two requests that name the same unknown item create one.
public final class ProvisionalItems {

    private static final int BATCH_SIZE = 500;

    private final Database database;
    private final InstantSource clock;
    private final CatalogOptions rules;
    private final ShowGuideCache guides;

    public ProvisionalItems(Database database, InstantSource clock, CatalogOptions rules, ShowGuideCache guides) {
        this.database = database;
        this.clock = clock;
        this.rules = rules;
        this.guides = guides;
    }

    public <R extends TitleRef> Map<R, Long> items(Kind kind, Collection<R> unknown) {
        Map<R, Long> stored = new HashMap<>();
        batches(unknown, TitleRef::isEnough)
                .forEach(batch -> stored.putAll(database.write(tx -> {
                    CatalogWriteLock.lockAndIncrement(tx);
                    return new ProvisionalItemWriter(tx, clock.instant(), kind).findOrCreate(batch);
                })));
        if (kind == Kind.SHOW) {
            guides.invalidate(stored.values().stream().map(ShowId::new).toList());
        }
        return stored;
    }

    public Map<EpisodeRef, EpisodeId> episodes(Collection<EpisodeRef> unknown) {
        Map<EpisodeRef, EpisodeId> stored = new HashMap<>();
        batches(unknown, EpisodeRef::isEnough).forEach(batch -> {
            SavedEpisodes result = database.write(tx -> {
                CatalogWriteLock.lockAndIncrement(tx);
                ProvisionalEpisodeWriter writer = new ProvisionalEpisodeWriter(tx, clock.instant(), batch);
                return new SavedEpisodes(writer.findOrCreate(batch), writer.touched());
            });
            guides.invalidate(result.touched());
            stored.putAll(result.episodes());
        });
        return stored;
    }

    /// @param shows of the seasons; a season of another one is left out
    public Map<SeasonRef, SeasonId> seasons(Collection<SeasonRef> unknown, Map<ShowRef, ShowId> shows) {
        Map<SeasonRef, SeasonId> stored = new HashMap<>();
        batches(unknown, season -> season.isInRange() && shows.containsKey(season.show()))
                .forEach(batch -> stored.putAll(database.write(tx -> {
                    CatalogWriteLock.lockAndIncrement(tx);
                    return seasons(tx, batch, shows);
                })));
        guides.invalidate(shows.values());
        return stored;
    }

    private static Map<SeasonRef, SeasonId> seasons(Tx tx, List<SeasonRef> batch, Map<ShowRef, ShowId> shows) {
        Map<SeasonRef, SeasonId> stored = new HashMap<>();
        for (SeasonRef ref : batch) {
            ShowId show = Objects.requireNonNull(shows.get(ref.show()));
            stored.put(
                    ref, SeasonStore.at(tx, show, ref.number()).map(Season::id).orElseGet(() -> {
                        SeasonId id = new SeasonId(tx.newId("item"));
                        SeasonStore.save(tx, List.of(new Season(id, show, ref.number(), Ids.NONE, null, true)));
                        return id;
                    }));
        }
        return stored;
    }

    private record SavedEpisodes(Map<EpisodeRef, EpisodeId> episodes, Collection<ShowId> touched) {}

    private <R> Stream<List<R>> batches(Collection<R> unknown, Predicate<R> isEnough) {
        return rules.provisional()
                ? unknown.stream().filter(isEnough).distinct().gather(Gatherers.windowFixed(BATCH_SIZE))
                : Stream.empty();
    }
}
