package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.lookup.ExternalIdStore;
import dev.spoolmark.catalog.lookup.ExternalIdStore.IdOwner;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.lookup.ReferenceResolver;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Finds the items that add nothing to the catalog, given that the catalog wins where both have a value.
final class RedundantItems {

    private RedundantItems() {}

    static List<SourceItem> among(Tx tx, List<SourceItem> items) {
        List<SourceItem> contained = new ArrayList<>();
        contained.addAll(movies(tx, only(MovieItem.class, items)));
        contained.addAll(shows(tx, only(ShowItem.class, items)));
        return contained;
    }

    private static <I> List<I> only(Class<I> type, List<SourceItem> items) {
        return items.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<MovieItem> movies(Tx tx, List<MovieItem> items) {
        IdOwners owners = new IdOwners(tx, Kind.MOVIE, items);
        Map<MovieId, Movie> existing = MovieStore.get(tx, owners.ids(MovieId::new));
        List<MovieItem> contained = new ArrayList<>();
        for (MovieItem item : items) {
            Movie previous =
                    owners.of(item).map(MovieId::new).map(existing::get).orElse(null);
            if (previous != null
                    && item.credits().isEmpty()
                    && item.otherTitles().isEmpty()
                    && KnownFactRemover.isRedundant(item, previous)) {
                contained.add(item);
            }
        }
        return contained;
    }

    private static List<ShowItem> shows(Tx tx, List<ShowItem> items) {
        IdOwners owners = new IdOwners(tx, Kind.SHOW, items);
        Map<ShowId, Show> existing = ShowStore.get(tx, owners.ids(ShowId::new));
        Map<ShowId, List<Episode>> episodes = EpisodeStore.ofShows(tx, existing.keySet());
        List<ShowItem> contained = new ArrayList<>();
        for (ShowItem item : items) {
            Show previous = owners.of(item).map(ShowId::new).map(existing::get).orElse(null);
            if (previous != null
                    && item.credits().isEmpty()
                    && item.otherTitles().isEmpty()
                    && KnownFactRemover.isRedundant(item, previous)
                    && areContained(item.seasons(), episodes.getOrDefault(previous.id(), List.of()))) {
                contained.add(item);
            }
        }
        return contained;
    }

    private static boolean areContained(List<SeasonItem> seasons, List<Episode> existing) {
        Map<Long, Episode> byPosition = new HashMap<>();
        existing.forEach(episode -> byPosition.put(position(episode.season(), episode.number()), episode));
        return seasons.stream()
                .allMatch(season -> season.ids().isEmpty()
                        && season.poster() == null
                        && season.episodes().stream()
                                .allMatch(episode -> isContained(
                                        episode, byPosition.get(position(season.number(), episode.number())))));
    }

    private static boolean isContained(EpisodeItem item, @Nullable Episode existing) {
        return existing != null && KnownFactRemover.isRedundant(item, existing);
    }

    private static long position(int season, int number) {
        return ((long) season << Integer.SIZE) | number;
    }

    /// The items that some ids lead to. An id that is only a former one is left to the full import.
    private static final class IdOwners {

        private final Kind kind;
        private final Map<ExternalId, IdOwner> holders;

        IdOwners(Tx tx, Kind kind, List<? extends SourceItem> items) {
            this.kind = kind;
            this.holders = ExternalIdStore.idOwners(tx, kind, ReferenceResolver.foreignIds(kind, items));
        }

        <I> List<I> ids(LongFunction<I> id) {
            return holders.values().stream()
                    .filter(owner -> !owner.superseded())
                    .map(owner -> id.apply(owner.item()))
                    .toList();
        }

        /// @return the item, if the id by which it is found is its only one
        Optional<Long> of(SourceItem item) {
            List<ExternalId> ids = item.ids().externalIds(kind);
            IdOwner owner = ids.size() == 1 ? holders.get(ids.getFirst()) : null;
            return owner == null || owner.superseded() ? Optional.empty() : Optional.of(owner.item());
        }
    }
}
