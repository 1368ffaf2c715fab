package dev.spoolmark.catalog;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.MergePolicy;
import dev.spoolmark.catalog.ingest.RelatedIdStore;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.lookup.InvalidatingCache;
import dev.spoolmark.catalog.lookup.LookupCache;
import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.catalog.lookup.ShowGuideCache;
import dev.spoolmark.catalog.merge.ItemAliasStore;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.catalog.provisional.ProvisionalItemStore;
import dev.spoolmark.catalog.provisional.ProvisionalItems;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.TitleFolding;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/// Movies, shows, seasons, episodes and people. `find` methods read; `findOrCreate` methods also store
/// unknown items as provisional (`docs/domain.md#unknown-titles`).
public final class Catalog {

    private final Database database;
    private final LookupCache lookup;
    private final ShowGuideCache guides;
    private final MovieShowLookup movieShowLookup;
    private final EpisodeLookup episodeLookup;
    private final ProvisionalItems provisionalItems;
    private final InvalidatingCache<Kind, List<String>> genres;

    public Catalog(Database database, InstantSource clock, CatalogOptions rules) {
        this(database, clock, rules, Ticker.systemTicker());
    }

    /// @param ticker the clock of the caches
    Catalog(Database database, InstantSource clock, CatalogOptions rules, Ticker ticker) {
        this.database = database;
        this.lookup = new LookupCache(database, ticker);
        this.guides = new ShowGuideCache(database, ticker);
        this.episodeLookup = new EpisodeLookup(lookup, guides);
        this.genres = new InvalidatingCache<>(Kind.values().length, (kind, names) -> 1, ticker);
        this.provisionalItems = new ProvisionalItems(database, clock, rules, guides);
        this.movieShowLookup = new MovieShowLookup(lookup, provisionalItems);
    }

    // Find one

    public Optional<Movie> findMovie(MovieRef ref) {
        return findMovieIds(List.of(ref)).values().stream().findFirst().flatMap(this::movie);
    }

    public Optional<Show> findShow(ShowRef ref) {
        return findShowIds(List.of(ref)).values().stream().findFirst().flatMap(this::show);
    }

    // Find many

    /// @return the known ones; the others are absent
    public Map<MovieRef, MovieId> findMovieIds(Collection<MovieRef> refs) {
        return typed(lookup.find(Kind.MOVIE, refs), MovieId::new);
    }

    /// @return the known ones; the others are absent
    public Map<ShowRef, ShowId> findShowIds(Collection<ShowRef> refs) {
        return typed(lookup.find(Kind.SHOW, refs), ShowId::new);
    }

    /// @return the known ones, by their own ids first, then by show and number; the others are absent
    public Map<EpisodeRef, EpisodeId> findEpisodeIds(Collection<EpisodeRef> refs) {
        return episodeLookup.episodes(
                refs,
                findShowIds(new HashSet<>(refs.stream().map(EpisodeRef::show).toList())));
    }

    /// @param shows the shows that the references name, if they are known
    /// @return those that are known; the others are absent
    public Map<SeasonRef, SeasonId> findSeasonIds(Collection<SeasonRef> refs, Map<ShowRef, ShowId> shows) {
        return episodeLookup.seasons(refs, shows);
    }

    /// @return the item that a source describes
    public Optional<Long> find(SourceItem item) {
        return database.read(tx -> new ItemMatcher(tx, item.kind(), List.of(item), MergePolicy.SOURCE).find(item));
    }

    // Find or create

    /// Unknown ones are created as provisional. Absent are those that are not sufficient, or all unknown ones
    /// if the server does not create provisional items.
    public Map<MovieRef, MovieId> findOrCreateMovies(Collection<MovieRef> refs) {
        return typed(movieShowLookup.findOrCreate(Kind.MOVIE, refs), MovieId::new);
    }

    /// Unknown ones are created as provisional. Absent are those that are not sufficient, or all unknown ones
    /// if the server does not create provisional items.
    public Map<ShowRef, ShowId> findOrCreateShows(Collection<ShowRef> refs) {
        return typed(movieShowLookup.findOrCreate(Kind.SHOW, refs), ShowId::new);
    }

    /// Unknown ones are created as provisional, with show and season. Absent are those that are not
    /// sufficient or have a number out of range (`docs/domain.md#unknown-titles`), or all unknown ones if the
    /// server does not create provisional items.
    public Map<EpisodeRef, EpisodeId> findOrCreateEpisodes(Collection<EpisodeRef> refs) {
        List<ShowRef> shows = refs.stream().map(EpisodeRef::show).distinct().toList();
        Map<EpisodeRef, EpisodeId> found =
                episodeLookup.episodes(refs, typed(movieShowLookup.complete(Kind.SHOW, shows), ShowId::new));
        found.putAll(provisionalItems.episodes(MovieShowLookup.without(refs, found)));
        return found;
    }

    /// The same for seasons, each in a show that is known or enough.
    public Map<SeasonRef, SeasonId> findOrCreateSeasons(Collection<SeasonRef> refs) {
        Map<ShowRef, ShowId> shows =
                findOrCreateShows(refs.stream().map(SeasonRef::show).distinct().toList());
        Map<SeasonRef, SeasonId> found = episodeLookup.seasons(refs, shows);
        found.putAll(provisionalItems.seasons(
                refs.stream().filter(ref -> !found.containsKey(ref)).toList(), shows));
        return found;
    }

    // Read

    public Map<MovieId, Movie> movies(Collection<MovieId> ids) {
        return readResolving(Kind.MOVIE, ids, MovieId::new, MovieStore::get);
    }

    public Map<ShowId, Show> shows(Collection<ShowId> ids) {
        return readResolving(Kind.SHOW, ids, ShowId::new, ShowStore::get);
    }

    public Map<SeasonId, Season> seasons(Collection<SeasonId> ids) {
        return readResolving(Kind.SEASON, ids, SeasonId::new, SeasonStore::get);
    }

    public Map<EpisodeId, Episode> episodes(Collection<EpisodeId> ids) {
        return readResolving(Kind.EPISODE, ids, EpisodeId::new, EpisodeStore::get);
    }

    /// Where these episodes are in their shows.
    public Map<EpisodeId, EpisodePosition> positions(Collection<EpisodeId> ids) {
        return readResolving(Kind.EPISODE, ids, EpisodeId::new, EpisodeStore::positions);
    }

    /// Summaries of items of any kind, with one statement. Unknown items are absent, and those that were merged into
    /// others.
    ///
    /// @param items at most 500 of each kind
    public Map<MediaId, ItemSummary> summaries(Collection<? extends MediaId> items) {
        return items.isEmpty() ? Map.of() : database.read(tx -> ItemSummaryStore.of(tx, items));
    }

    /// An item that was merged into another is found under its old id, too.
    private <I extends MediaId, T> Map<I, T> readResolving(
            Kind kind, Collection<I> ids, LongFunction<I> id, BiFunction<Tx, Collection<I>, Map<I, T>> get) {
        return database.read(tx -> ItemAliasStore.findResolving(tx, kind, ids, id, batch -> get.apply(tx, batch)));
    }

    /// @return the provisional ones
    public Set<MediaId> provisional(Collection<? extends MediaId> items) {
        return items.isEmpty() ? Set.of() : database.read(tx -> ProvisionalItemStore.among(tx, items));
    }

    /// @return these movies in library order; unknown ones are left out
    public List<MovieId> moviesByTitle(Collection<MovieId> ids) {
        return database.read(tx -> TitleSortStore.order(tx, Kind.MOVIE, ids, MovieId::new));
    }

    /// @return these shows in library order; unknown ones are left out
    public List<ShowId> showsByTitle(Collection<ShowId> ids) {
        return database.read(tx -> TitleSortStore.order(tx, Kind.SHOW, ids, ShowId::new));
    }

    /// Those of these shows whose title contains a text, in library order. Case and accents make no difference.
    public List<ShowId> showsByTitle(Collection<ShowId> ids, String contained) {
        String folded = TitleFolding.fold(contained);
        return database.read(tx -> TitleSortStore.order(tx, Kind.SHOW, ids, ShowId::new, folded));
    }

    /// @throws ProblemException with `NotFound` if there is no such show
    public ShowGuide guide(ShowId show) {
        ShowGuide guide = guides(List.of(show)).get(show);
        if (guide == null) {
            throw new ProblemException(new Problem.NotFound("show"));
        }
        return guide;
    }

    public Map<ShowId, ShowGuide> guides(Collection<ShowId> shows) {
        return guides.get(shows);
    }

    /// @return cast and crew of a movie or show, in billing order
    public List<Credit> credits(MediaId item) {
        return database.read(tx -> CreditStore.of(tx, item));
    }

    public Map<PersonId, Person> persons(Collection<PersonId> ids) {
        Map<Long, Person> found = database.read(
                tx -> PersonStore.get(tx, ids.stream().map(PersonId::value).toList()));
        Map<PersonId, Person> persons = new HashMap<>();
        found.forEach((number, person) -> persons.put(person.id(), person));
        return persons;
    }

    /// @return the genres that movies or shows in the catalog have, by name
    public List<String> genres(Kind kind) {
        return genres.getAll(List.of(kind), this::readGenres).getOrDefault(kind, List.of());
    }

    private Map<Kind, List<String>> readGenres(List<Kind> kinds) {
        Map<Kind, List<String>> read = new EnumMap<>(Kind.class);
        for (Kind kind : kinds) {
            read.put(kind, database.read(tx -> GenreStore.names(tx, kind)));
        }
        return read;
    }

    /// Adds related items from a source. An empty list removes none.
    public void addRelated(MediaId item, List<Ids> others) {
        List<LookupKey.ExternalId> hints = others.stream()
                .flatMap(ids -> ids.externalIds(item.kind()).stream())
                .toList();
        if (!hints.isEmpty()) {
            database.write(tx -> {
                RelatedIdStore.save(tx, item, hints);
                return null;
            });
        }
    }

    /// Clears all caches, after items were written without this class.
    public void invalidateAll() {
        lookup.invalidateAll();
        guides.invalidateAll();
        genres.invalidateAll();
    }

    private Optional<Movie> movie(MovieId id) {
        return Optional.ofNullable(movies(List.of(id)).get(id));
    }

    private Optional<Show> show(ShowId id) {
        return Optional.ofNullable(shows(List.of(id)).get(id));
    }

    private static <R, I> Map<R, I> typed(Map<R, Long> numbers, LongFunction<I> id) {
        Map<R, I> typed = new HashMap<>();
        numbers.forEach((ref, number) -> typed.put(ref, id.apply(number)));
        return typed;
    }
}
