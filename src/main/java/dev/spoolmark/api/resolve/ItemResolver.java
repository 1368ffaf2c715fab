package dev.spoolmark.api.resolve;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.ItemRef;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.SeasonRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.visibility.ProvisionalAccess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Resolves the items that a request names. An unknown item is created as provisional only where the request adds
/// something to it; where it does not, provisional items that are invisible to the viewer count as unknown
/// (`docs/domain.md#unknown-titles`).
public final class ItemResolver {

    private final Catalog catalog;
    private final ProvisionalAccess visibility;

    public ItemResolver(Catalog catalog, ProvisionalAccess visibility) {
        this.catalog = catalog;
        this.visibility = visibility;
    }

    /// @throws ProblemException with `NotFound`, or with the reason why the item cannot be created
    public MediaId get(Viewer viewer, ItemRequest request) {
        return switch (resolve(viewer, List.of(request)).getFirst()) {
            case ItemMatch.Found(MediaId item) -> item;
            case ItemMatch.Missing(Problem reason) -> throw new ProblemException(reason);
        };
    }

    /// Resolves a batch with a few queries for all of its items. One that is not found does not affect the others.
    ///
    /// @return one result for each request, in the order of the requests
    public List<ItemMatch> resolve(Viewer viewer, List<ItemRequest> requests) {
        // Items are created first, so that one batch can add and remove the same unknown item.
        Map<ItemRef, MediaId> found = new HashMap<>();
        findOrCreate(toCreate(requests), found);
        findVisible(viewer, toFind(requests), found);
        found.putAll(findSeasons(requests, found));
        Set<ShowRef> knownShows = knownShows(viewer, requests, found);
        List<ItemMatch> matches = new ArrayList<>();
        for (ItemRequest request : requests) {
            MediaId item = found.get(request.ref());
            matches.add(item == null ? new ItemMatch.Missing(reason(request, knownShows)) : new ItemMatch.Found(item));
        }
        return matches;
    }

    /// @return why this item is not found; the item itself is not looked up, only its show
    public Problem missing(Viewer viewer, ItemRequest request) {
        return reason(request, knownShows(viewer, List.of(request), Map.of()));
    }

    private static List<ItemRef> toCreate(List<ItemRequest> requests) {
        return requests.stream()
                .filter(ItemRequest::create)
                .map(ItemRequest::ref)
                .filter(ref -> !(ref instanceof SeasonRef))
                .toList();
    }

    /// @return of a season its show: the season is then read from the guide
    private static List<ItemRef> toFind(List<ItemRequest> requests) {
        return requests.stream()
                .flatMap(request -> request.ref() instanceof SeasonRef season
                        ? Stream.of(season.show())
                        : Stream.of(request.ref()).filter(ref -> !request.create()))
                .toList();
    }

    private void findOrCreate(Collection<ItemRef> refs, Map<ItemRef, MediaId> found) {
        found.putAll(catalog.findOrCreateMovies(only(MovieRef.class, refs)));
        found.putAll(catalog.findOrCreateShows(only(ShowRef.class, refs)));
        found.putAll(catalog.findOrCreateEpisodes(only(EpisodeRef.class, refs)));
    }

    private void findVisible(Viewer viewer, Collection<? extends ItemRef> refs, Map<ItemRef, MediaId> found) {
        Map<ItemRef, MediaId> existing = new HashMap<>();
        existing.putAll(catalog.findMovieIds(only(MovieRef.class, refs)));
        existing.putAll(catalog.findShowIds(only(ShowRef.class, refs)));
        existing.putAll(catalog.findEpisodeIds(only(EpisodeRef.class, refs)));
        Set<MediaId> visible = visibility.visibleAmong(viewer, existing.values());
        existing.forEach((ref, item) -> {
            if (visible.contains(item)) {
                found.putIfAbsent(ref, item);
            }
        });
    }

    private Map<SeasonRef, ? extends MediaId> findSeasons(List<ItemRequest> requests, Map<ItemRef, MediaId> found) {
        List<SeasonRef> seasons =
                only(SeasonRef.class, requests.stream().map(ItemRequest::ref).toList());
        Map<ShowRef, ShowId> shows = new HashMap<>();
        for (SeasonRef season : seasons) {
            if (found.get(season.show()) instanceof ShowId show) {
                shows.put(season.show(), show);
            }
        }
        return catalog.findSeasonIds(seasons, shows);
    }

    /// @return the shows of missing seasons and episodes that are known
    private Set<ShowRef> knownShows(Viewer viewer, List<ItemRequest> requests, Map<ItemRef, MediaId> found) {
        Set<ShowRef> knownShows = new HashSet<>();
        Set<ShowRef> ofEpisodes = new HashSet<>();
        for (ItemRequest request : requests) {
            if (!found.containsKey(request.ref())) {
                switch (request.ref()) {
                    case EpisodeRef episode -> ofEpisodes.add(episode.show());
                    case SeasonRef season ->
                        Optional.of(season.show()).filter(found::containsKey).ifPresent(knownShows::add);
                    case MovieRef _, ShowRef _ -> {}
                }
            }
        }
        Map<ItemRef, MediaId> visible = new HashMap<>();
        findVisible(viewer, ofEpisodes, visible);
        knownShows.addAll(only(ShowRef.class, visible.keySet()));
        return knownShows;
    }

    private static Problem reason(ItemRequest request, Set<ShowRef> knownShows) {
        return switch (request.ref()) {
            case MovieRef _ -> new Problem.NotFound("movie");
            case ShowRef _ -> new Problem.NotFound("show");
            case SeasonRef season -> new Problem.NotFound(knownShows.contains(season.show()) ? "season" : "show");
            case EpisodeRef episode ->
                request.creationProblem()
                        .filter(_ -> request.create())
                        .orElseGet(
                                () -> new Problem.NotFound(knownShows.contains(episode.show()) ? "episode" : "show"));
        };
    }

    private static <R extends ItemRef> List<R> only(Class<R> type, Collection<? extends ItemRef> refs) {
        return refs.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
