package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.store.Database;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Writes down what nobody knew, in transactions of at most 500 items. Each looks again before it adds, so that two who
/// name the same unknown title make one item.
final class Keeping {

    private static final int AT_ONCE = 500;

    private final Database database;
    private final InstantSource clock;
    private final CatalogRules rules;
    private final Guides guides;

    Keeping(Database database, InstantSource clock, CatalogRules rules, Guides guides) {
        this.database = database;
        this.clock = clock;
        this.rules = rules;
        this.guides = guides;
    }

    <R extends ItemRef> Map<R, Long> items(Kind kind, Collection<R> unknown) {
        Map<R, Long> kept = new HashMap<>();
        portions(unknown, ItemRef::isEnough)
                .forEach(some -> kept.putAll(database.write(tx -> {
                    Gate.pass(tx);
                    return new ItemKeeper(tx, clock.instant(), kind).keep(some);
                })));
        if (kind == Kind.SHOW) {
            guides.forget(kept.values().stream().map(ShowId::new).toList());
        }
        return kept;
    }

    Map<EpisodeRef, EpisodeId> episodes(Collection<EpisodeRef> unknown) {
        Map<EpisodeRef, EpisodeId> kept = new HashMap<>();
        portions(unknown, EpisodeRef::isEnough).forEach(some -> {
            Kept result = database.write(tx -> {
                Gate.pass(tx);
                EpisodeKeeper keeper = new EpisodeKeeper(tx, clock.instant(), some);
                return new Kept(keeper.keep(some), keeper.touched());
            });
            guides.forget(result.touched());
            kept.putAll(result.episodes());
        });
        return kept;
    }

    private record Kept(Map<EpisodeRef, EpisodeId> episodes, Collection<ShowId> touched) {}

    private <R> Stream<List<R>> portions(Collection<R> unknown, Predicate<R> isEnough) {
        return rules.provisional()
                ? unknown.stream().filter(isEnough).distinct().gather(Gatherers.windowFixed(AT_ONCE))
                : Stream.empty();
    }
}
