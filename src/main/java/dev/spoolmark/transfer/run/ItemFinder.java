package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.SeasonRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.TitleCandidates;
import dev.spoolmark.catalog.TitleCandidates.Candidate;
import dev.spoolmark.transfer.record.ImportedItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds items by their names in files.
///
/// External ids come first. A name without ids stands for the only item of its title and year; of several the
/// user has to choose. An item with ids, or with title and year, that is not known is created as provisional; a
/// title alone is not enough, as it is more often a spelling than a new item.
final class ItemFinder {

    private final Catalog catalog;
    private final TitleCandidates titles;
    private final boolean creates;
    private final Map<ImportedItem, ItemResolution> resolved = new HashMap<>();
    private final Map<ImportedItem, MediaId> media = new LinkedHashMap<>();

    ItemFinder(Catalog catalog, TitleCandidates titles, boolean creates) {
        this.catalog = catalog;
        this.titles = titles;
        this.creates = creates;
    }

    /// Finds items of one batch.
    Map<ImportedItem, ItemResolution> find(Collection<ImportedItem> items) {
        findKnown(items);
        Set<ImportedItem> unknown = new LinkedHashSet<>(items);
        unknown.removeIf(this::isDone);
        findOtherReadings(unknown);
        unknown.removeIf(this::isDone);
        if (creates) {
            create(unknown);
            // What is named by ids or seasons of items that were created just now.
            findKnown(unknown.stream().filter(item -> !isDone(item)).toList());
        }
        Map<MediaId, FoundItem> withShows = new ShowNumbers(catalog).of(media.values());
        media.forEach((item, id) -> Optional.ofNullable(withShows.get(id))
                .ifPresent(found -> resolved.put(item, new ItemResolution.Found(found))));
        items.forEach(item -> resolved.putIfAbsent(item, new ItemResolution.Unresolved(List.of())));
        return resolved;
    }

    private boolean isDone(ImportedItem item) {
        return media.containsKey(item) || resolved.containsKey(item);
    }

    private void findKnown(Collection<ImportedItem> items) {
        Map<ImportedItem, MediaId> found = new HashMap<>();
        chooseByTitle(items, found);
        Map<ImportedItem, MovieRef> movies = new LinkedHashMap<>();
        Map<ImportedItem, ShowRef> shows = new LinkedHashMap<>();
        for (ImportedItem item : items) {
            ImportedItem title = item.ofTitle();
            if (hasIds(title) && title.kind() == Kind.MOVIE) {
                movies.put(title, movie(title));
            } else if (hasIds(title) && title.kind() == Kind.SHOW) {
                shows.put(title, show(title));
            }
        }
        Map<MovieRef, MediaId.MovieId> knownMovies = catalog.findMovieIds(new LinkedHashSet<>(movies.values()));
        movies.forEach((item, ref) -> put(found, item, knownMovies.get(ref)));
        Map<ShowRef, ShowId> knownShows = catalog.findShowIds(new LinkedHashSet<>(shows.values()));
        shows.forEach((item, ref) -> put(found, item, knownShows.get(ref)));
        findParts(items, found);
        findPeople(items);
    }

    private static <I extends MediaId> void put(Map<ImportedItem, MediaId> found, ImportedItem item, @Nullable I id) {
        if (id != null) {
            found.put(item, id);
        }
    }

    /// Titles without ids.
    private void chooseByTitle(Collection<ImportedItem> items, Map<ImportedItem, MediaId> found) {
        for (Kind kind : List.of(Kind.MOVIE, Kind.SHOW)) {
            List<ImportedItem> named = items.stream()
                    .map(ImportedItem::ofTitle)
                    .filter(item -> item.kind() == kind && !hasIds(item) && item.title() != null)
                    .distinct()
                    .toList();
            Map<String, List<Candidate>> candidates =
                    titles.of(kind, named.stream().map(ItemFinder::title).toList());
            for (ImportedItem item : named) {
                List<Candidate> possible = TitleChoice.of(item.year(), candidates.getOrDefault(title(item), List.of()));
                if (possible.size() == 1) {
                    found.put(item, MediaId.of(kind, possible.getFirst().item()));
                } else if (!possible.isEmpty()) {
                    resolved.put(item, unresolved(kind, possible));
                }
            }
        }
    }

    private static ItemResolution unresolved(Kind kind, List<Candidate> possible) {
        return new ItemResolution.Unresolved(possible.stream()
                .map(candidate -> new FoundItem(kind, candidate.item(), kind == Kind.SHOW ? candidate.item() : 0))
                .toList());
    }

    /// Movies and shows themselves, and seasons and episodes of known shows.
    private void findParts(Collection<ImportedItem> items, Map<ImportedItem, MediaId> titlesFound) {
        Map<EpisodeRef, List<ImportedItem>> episodes = new LinkedHashMap<>();
        Map<SeasonRef, List<ImportedItem>> seasons = new LinkedHashMap<>();
        for (ImportedItem item : items) {
            ImportedItem title = item.ofTitle();
            MediaId known = titlesFound.get(title);
            if (item.kind() == Kind.MOVIE || item.kind() == Kind.SHOW) {
                put(media, item, known);
            } else if (item.kind() == Kind.SEASON && item.season() != null && known instanceof ShowId show) {
                seasons.computeIfAbsent(new SeasonRef(byId(show), item.season()), ref -> new ArrayList<>())
                        .add(item);
            } else if (item.kind() == Kind.EPISODE) {
                if (item.episodeTitle() != null && known instanceof ShowId show) {
                    findByEpisodeTitle(item, show);
                } else if (resolved.get(title) instanceof ItemResolution.Unresolved several) {
                    resolved.put(item, several);
                } else {
                    ShowRef show = known instanceof ShowId id ? byId(id) : show(title);
                    episodes.computeIfAbsent(episode(show, item), ref -> new ArrayList<>())
                            .add(item);
                }
            }
        }
        catalog.findEpisodeIds(episodes.keySet()).forEach((ref, id) -> putAll(episodes.get(ref), id));
        Map<ShowRef, ShowId> shows = new HashMap<>();
        seasons.keySet()
                .forEach(ref -> shows.put(
                        ref.show(), new ShowId(Objects.requireNonNull(ref.show().id()))));
        catalog.findSeasonIds(seasons.keySet(), shows).forEach((ref, id) -> putAll(seasons.get(ref), id));
    }

    private void findByEpisodeTitle(ImportedItem item, ShowId show) {
        EpisodeTitles.find(catalog.guide(show), item)
                .ifPresentOrElse(
                        episode -> media.put(item, episode),
                        () -> resolved.put(item, new ItemResolution.Unresolved(List.of(FoundItem.show(show)))));
    }

    private void findPeople(Collection<ImportedItem> items) {
        List<ImportedItem> people =
                items.stream().filter(item -> item.kind() == Kind.PERSON).toList();
        Map<Ids, Long> byIds = people.isEmpty()
                ? Map.of()
                : titles.people(people.stream().map(ImportedItem::ids).toList());
        Map<String, List<Candidate>> byName = people.isEmpty()
                ? Map.of()
                : titles.of(
                        Kind.PERSON,
                        people.stream()
                                .filter(item -> item.title() != null)
                                .map(ItemFinder::title)
                                .toList());
        for (ImportedItem person : people) {
            Long known = byIds.get(person.ids());
            List<Candidate> named = byName.getOrDefault(title(person), List.of());
            if (known != null || named.size() == 1) {
                long id = known == null ? named.getFirst().item() : known;
                resolved.put(person, new ItemResolution.Found(new FoundItem(Kind.PERSON, id, 0)));
            } else if (!named.isEmpty()) {
                resolved.put(person, unresolved(Kind.PERSON, named));
            }
        }
    }

    /// What a name can also mean, such as a show where the file does not tell movies and shows apart.
    private void findOtherReadings(Set<ImportedItem> unknown) {
        Map<ImportedItem, ImportedItem> others = new LinkedHashMap<>();
        for (ImportedItem item : unknown) {
            if (item.otherwise() != null) {
                others.put(item, item.otherwise());
            }
        }
        if (others.isEmpty()) {
            return;
        }
        Map<ImportedItem, ItemResolution> found =
                new ItemFinder(catalog, titles, false).find(new LinkedHashSet<>(others.values()));
        others.forEach((item, other) -> {
            ItemResolution resolution = found.get(other);
            if (resolution instanceof ItemResolution.Found
                    || (resolution instanceof ItemResolution.Unresolved several
                            && !several.candidates().isEmpty())) {
                resolved.put(item, resolution);
            }
        });
    }

    private void create(Set<ImportedItem> unknown) {
        Map<MovieRef, List<ImportedItem>> movies = new LinkedHashMap<>();
        Map<ShowRef, List<ImportedItem>> shows = new LinkedHashMap<>();
        Map<EpisodeRef, List<ImportedItem>> episodes = new LinkedHashMap<>();
        Map<SeasonRef, List<ImportedItem>> seasons = new LinkedHashMap<>();
        for (ImportedItem item : unknown) {
            if (!isEnough(item)) {
                continue;
            }
            switch (item.kind()) {
                case MOVIE ->
                    movies.computeIfAbsent(movie(item), ref -> new ArrayList<>())
                            .add(item);
                case SHOW ->
                    shows.computeIfAbsent(show(item), ref -> new ArrayList<>()).add(item);
                case EPISODE ->
                    episodes.computeIfAbsent(episode(show(item.ofTitle()), item), ref -> new ArrayList<>())
                            .add(item);
                case SEASON ->
                    seasons.computeIfAbsent(season(item), ref -> new ArrayList<>())
                            .add(item);
                case PERSON, LIST -> {}
            }
        }
        catalog.findOrCreateMovies(movies.keySet()).forEach((ref, id) -> putAll(movies.get(ref), id));
        catalog.findOrCreateShows(shows.keySet()).forEach((ref, id) -> putAll(shows.get(ref), id));
        catalog.findOrCreateEpisodes(episodes.keySet()).forEach((ref, id) -> putAll(episodes.get(ref), id));
        catalog.findOrCreateSeasons(seasons.keySet()).forEach((ref, id) -> putAll(seasons.get(ref), id));
    }

    private void putAll(@Nullable List<ImportedItem> items, MediaId id) {
        if (items != null) {
            items.forEach(item -> media.put(item, id));
        }
    }

    /// Whether an unknown item may be created.
    private static boolean isEnough(ImportedItem item) {
        ImportedItem title = item.ofTitle();
        boolean isNamed = hasIds(title) || (title.title() != null && title.year() != null);
        return isNamed
                && switch (item.kind()) {
                    case EPISODE -> item.season() != null && item.number() != null;
                    case SEASON -> item.season() != null;
                    case MOVIE, SHOW, PERSON, LIST -> true;
                };
    }

    private static boolean hasIds(ImportedItem item) {
        return !item.ids().isEmpty();
    }

    private static String title(ImportedItem item) {
        String title = item.title();
        return title == null ? "" : title;
    }

    private static MovieRef movie(ImportedItem item) {
        return new MovieRef(item.ids(), item.title(), item.year());
    }

    private static ShowRef show(ImportedItem item) {
        return new ShowRef(item.ids(), item.title(), item.year());
    }

    private static ShowRef byId(ShowId show) {
        return new ShowRef(show.value(), null, Ids.NONE, null, null);
    }

    private static SeasonRef season(ImportedItem item) {
        return new SeasonRef(show(item.ofTitle()), Objects.requireNonNull(item.season()));
    }

    private static EpisodeRef episode(ShowRef show, ImportedItem item) {
        Integer season = item.season();
        Integer number = item.number();
        return new EpisodeRef(show, season == null ? -1 : season, number == null ? -1 : number, item.ownIds());
    }
}
