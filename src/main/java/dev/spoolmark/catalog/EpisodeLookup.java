package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.lookup.EpisodeFinder;
import dev.spoolmark.catalog.lookup.LookupCache;
import dev.spoolmark.catalog.lookup.ShowGuideCache;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Finds seasons and episodes in the guides of their shows, in batches of bounded memory.
final class EpisodeLookup {

    /// A guide takes about 14 KB, and a request can name thousands of shows.
    private static final int MAX_GUIDES = 200;

    private final LookupCache lookup;
    private final ShowGuideCache guides;

    EpisodeLookup(LookupCache lookup, ShowGuideCache guides) {
        this.lookup = lookup;
        this.guides = guides;
    }

    /// @param shows the shows that the references name, if they are known
    /// @return the known ones, by their own ids first, then by show and number; the others are absent
    Map<EpisodeRef, EpisodeId> episodes(Collection<EpisodeRef> refs, Map<ShowRef, ShowId> shows) {
        Map<EpisodeRef, EpisodeId> found = new HashMap<>();
        batchesByShow(refs, shows).forEach(batch -> {
            Set<ShowId> showIds = batch.stream()
                    .flatMap(ref -> Stream.ofNullable(shows.get(ref.show())))
                    .collect(Collectors.toSet());
            found.putAll(new EpisodeFinder(lookup, shows, guides.get(showIds)).find(batch));
        });
        return found;
    }

    /// @param shows the shows that the references name, if they are known
    /// @return those that are known; the others are absent
    Map<SeasonRef, SeasonId> seasons(Collection<SeasonRef> refs, Map<ShowRef, ShowId> shows) {
        Map<ShowId, List<SeasonRef>> byShow = refs.stream()
                .filter(ref -> shows.containsKey(ref.show()))
                .collect(Collectors.groupingBy(ref -> Objects.requireNonNull(shows.get(ref.show()))));
        Map<SeasonRef, SeasonId> found = new HashMap<>();
        byShow.keySet().stream()
                .gather(Gatherers.windowFixed(MAX_GUIDES))
                .forEach(batch -> guides.get(batch)
                        .forEach((show, guide) -> byShow.getOrDefault(show, List.of())
                                .forEach(ref ->
                                        guide.season(ref.number()).ifPresent(season -> found.put(ref, season.id())))));
        return found;
    }

    /// @return batches whose guides fit in memory at the same time
    private static List<List<EpisodeRef>> batchesByShow(Collection<EpisodeRef> refs, Map<ShowRef, ShowId> shows) {
        Map<Optional<ShowId>, List<EpisodeRef>> byShow =
                refs.stream().collect(Collectors.groupingBy(ref -> Optional.ofNullable(shows.get(ref.show()))));
        return byShow.values().stream()
                .gather(Gatherers.windowFixed(MAX_GUIDES))
                .map(batch -> batch.stream().flatMap(List::stream).toList())
                .toList();
    }
}
