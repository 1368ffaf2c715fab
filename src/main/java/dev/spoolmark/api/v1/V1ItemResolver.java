package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Call;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.visibility.ProvisionalAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds in the catalogue what bodies name. Only what adds keeps an unknown title as provisional; what removes never
/// does (`docs/domain.md#unknown-titles`).
public final class V1ItemResolver {

    private final Catalog catalog;
    private final ProvisionalAccess disclosure;

    public V1ItemResolver(Catalog catalog, ProvisionalAccess disclosure) {
        this.catalog = catalog;
        this.disclosure = disclosure;
    }

    /// The thing, or a refusal that says what was not found.
    ///
    /// @param adds whether the caller puts something there, so that an unknown title is kept
    public MediaId get(Call<?> call, V1ItemKey item, boolean adds) {
        return find(call, item, adds).orElseThrow(() -> new ProblemException(missing(call, item, adds)));
    }

    /// These episodes by the shows that they are of: an id may lead to one of another show than was named.
    Map<ShowId, List<EpisodeId>> byShow(List<EpisodeId> episodes) {
        return catalog.episodes(episodes).values().stream()
                .collect(Collectors.groupingBy(Episode::show, Collectors.mapping(Episode::id, Collectors.toList())));
    }

    /// How messages call a thing: `Portlandia 1x01`, `Batman Begins (2005)`, `Portlandia`.
    public String name(MediaId item) {
        return switch (item) {
            case MovieId id -> name(only(catalog.movies(List.of(id))));
            case ShowId id -> catalog.guide(id).show().title();
            case SeasonId id -> throw new IllegalArgumentException("no message of v1 names a season");
            case EpisodeId id -> {
                Episode episode = only(catalog.episodes(List.of(id)));
                yield name(catalog.guide(episode.show()).show(), episode);
            }
        };
    }

    /// Matches a whole batch: whatever is wrong with one item skips that item, with the reason, and no other.
    ///
    /// @param said what an item says besides its name; empty when it cannot be read
    /// @param value the member that says it
    public <E, S> V1BatchResult<S> match(
            Call<?> call,
            List<@Nullable E> body,
            Function<E, V1ItemKey> named,
            Function<E, Optional<S>> said,
            String value,
            Predicate<S> withdraws) {
        return new V1BatchMatcher<S>(this, call, value, withdraws).match(body, named, said);
    }

    /// The same where an item says no more than its name.
    public <E> V1BatchResult<E> match(
            Call<?> call, List<@Nullable E> body, Function<E, V1ItemKey> named, boolean adds) {
        return match(call, body, named, Optional::of, "item", one -> !adds);
    }

    private Optional<? extends MediaId> find(Call<?> call, V1ItemKey item, boolean adds) {
        return Optional.ofNullable(ids(call, List.of(item), adds).get(item.ref()));
    }

    /// The numbers of all these, by how they were named. What was not found is absent, and where nothing is added,
    /// what only others have named counts as not found.
    Map<Object, MediaId> ids(Call<?> call, List<V1ItemKey> named, boolean adds) {
        List<MovieRef> movies = new ArrayList<>();
        List<ShowRef> shows = new ArrayList<>();
        List<EpisodeRef> episodes = new ArrayList<>();
        for (V1ItemKey item : named) {
            switch (item) {
                case V1ItemKey.OfMovie movie -> movies.add(movie.ref());
                case V1ItemKey.OfShow show -> shows.add(show.ref());
                case V1ItemKey.OfEpisode episode -> episodes.add(episode.ref());
            }
        }
        Map<Object, MediaId> ids = new HashMap<>();
        ids.putAll(adds ? catalog.findOrCreateMovies(movies) : catalog.findMovieIds(movies));
        ids.putAll(adds ? catalog.findOrCreateShows(shows) : catalog.findShowIds(shows));
        ids.putAll(adds ? catalog.findOrCreateEpisodes(episodes) : catalog.findEpisodeIds(episodes));
        if (!adds) {
            ids.values().retainAll(disclosure.visibleAmong(Viewer.of(call.caller()), ids.values()));
        }
        return ids;
    }

    /// Why nothing was found: of an episode its show may be unknown, or no show can have such numbers.
    public Problem missing(Call<?> call, V1ItemKey item, boolean adds) {
        return missing(item, adds, knownShows(call, List.of(item)));
    }

    /// @param knownShows as [#knownShows] gives them
    static Problem missing(V1ItemKey item, boolean adds, Set<Object> knownShows) {
        return switch (item) {
            case V1ItemKey.OfMovie movie -> new Problem.NotFound("movie");
            case V1ItemKey.OfShow show -> new Problem.NotFound("show");
            case V1ItemKey.OfEpisode episode ->
                Optional.of(episode)
                        .filter(_ -> adds)
                        .flatMap(V1ItemKey.OfEpisode::absurdity)
                        .orElseGet(() -> new Problem.NotFound(
                                knownShows.contains(episode.show().ref()) ? "episode" : "show"));
        };
    }

    /// Which shows of these episodes are known, by how they were named. All are looked up together.
    Set<Object> knownShows(Call<?> call, List<V1ItemKey> missing) {
        List<V1ItemKey> shows = missing.stream()
                .<V1ItemKey>flatMap(item ->
                        item instanceof V1ItemKey.OfEpisode episode ? Stream.of(episode.show()) : Stream.empty())
                .distinct()
                .toList();
        return ids(call, shows, false).keySet();
    }

    private static <T> T only(Map<?, T> found) {
        return found.values().iterator().next();
    }

    public static String name(Movie movie) {
        return movie.year() == null ? movie.title() : movie.title() + " (" + movie.year() + ")";
    }

    public static String name(Show show, Episode episode) {
        return String.format(Locale.ROOT, "%s %dx%02d", show.title(), episode.season(), episode.number());
    }
}
