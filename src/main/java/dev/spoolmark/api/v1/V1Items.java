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
import dev.spoolmark.disclosure.Disclosure;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.wire.Call;
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
/// does (`decisions.md` 2).
final class V1Items {

    private final Catalog catalog;
    private final Disclosure disclosure;

    V1Items(Catalog catalog, Disclosure disclosure) {
        this.catalog = catalog;
        this.disclosure = disclosure;
    }

    /// The thing, or a refusal that says what was not found.
    ///
    /// @param adds whether the caller puts something there, so that an unknown title is kept
    MediaId get(Call<?> call, V1Item item, boolean adds) {
        return find(call, item, adds).orElseThrow(() -> new Refusal(missing(call, item, adds)));
    }

    /// These episodes by the shows that they are of: an id may lead to one of another show than was named.
    Map<ShowId, List<EpisodeId>> byShow(List<EpisodeId> episodes) {
        return catalog.episodes(episodes).values().stream()
                .collect(Collectors.groupingBy(Episode::show, Collectors.mapping(Episode::id, Collectors.toList())));
    }

    /// How messages call a thing: `Portlandia 1x01`, `Batman Begins (2005)`, `Portlandia`.
    String name(MediaId item) {
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
    <E, S> V1Batch<S> match(
            Call<?> call,
            List<@Nullable E> sent,
            Function<E, V1Item> named,
            Function<E, Optional<S>> said,
            String value,
            Predicate<S> withdraws) {
        return new V1Matching<S>(this, call, value, withdraws).match(sent, named, said);
    }

    /// The same where an item says no more than its name.
    <E> V1Batch<E> match(Call<?> call, List<@Nullable E> sent, Function<E, V1Item> named, boolean adds) {
        return match(call, sent, named, Optional::of, "item", one -> !adds);
    }

    private Optional<? extends MediaId> find(Call<?> call, V1Item item, boolean adds) {
        return Optional.ofNullable(ids(call, List.of(item), adds).get(item.ref()));
    }

    /// The numbers of all these, by how they were named. What was not found is absent, and where nothing is added, what
    /// only others have named counts as not found.
    Map<Object, MediaId> ids(Call<?> call, List<V1Item> named, boolean adds) {
        List<MovieRef> movies = new ArrayList<>();
        List<ShowRef> shows = new ArrayList<>();
        List<EpisodeRef> episodes = new ArrayList<>();
        for (V1Item item : named) {
            switch (item) {
                case V1Item.OfMovie movie -> movies.add(movie.ref());
                case V1Item.OfShow show -> shows.add(show.ref());
                case V1Item.OfEpisode episode -> episodes.add(episode.ref());
            }
        }
        Map<Object, MediaId> ids = new HashMap<>();
        ids.putAll(adds ? catalog.keepMovies(movies) : catalog.findMovieIds(movies));
        ids.putAll(adds ? catalog.keepShows(shows) : catalog.findShowIds(shows));
        ids.putAll(adds ? catalog.keepEpisodes(episodes) : catalog.findEpisodeIds(episodes));
        if (!adds) {
            ids.values().retainAll(disclosure.among(Viewer.of(call.caller()), ids.values()));
        }
        return ids;
    }

    /// Why nothing was found: of an episode its show may be unknown, or no show can have such numbers.
    Problem missing(Call<?> call, V1Item item, boolean adds) {
        return missing(item, adds, knownShows(call, List.of(item)));
    }

    /// @param knownShows as [#knownShows] gives them
    static Problem missing(V1Item item, boolean adds, Set<Object> knownShows) {
        return switch (item) {
            case V1Item.OfMovie movie -> new Problem.NotFound("movie");
            case V1Item.OfShow show -> new Problem.NotFound("show");
            case V1Item.OfEpisode episode ->
                Optional.of(episode)
                        .filter(_ -> adds)
                        .flatMap(V1Item.OfEpisode::absurdity)
                        .orElseGet(() -> new Problem.NotFound(
                                knownShows.contains(episode.show().ref()) ? "episode" : "show"));
        };
    }

    /// Which shows of these episodes are known, by how they were named. All are looked up together.
    Set<Object> knownShows(Call<?> call, List<V1Item> missing) {
        List<V1Item> shows = missing.stream()
                .<V1Item>flatMap(
                        item -> item instanceof V1Item.OfEpisode episode ? Stream.of(episode.show()) : Stream.empty())
                .distinct()
                .toList();
        return ids(call, shows, false).keySet();
    }

    private static <T> T only(Map<?, T> found) {
        return found.values().iterator().next();
    }

    static String name(Movie movie) {
        return movie.year() == null ? movie.title() : movie.title() + " (" + movie.year() + ")";
    }

    static String name(Show show, Episode episode) {
        return String.format(Locale.ROOT, "%s %dx%02d", show.title(), episode.season(), episode.number());
    }
}
