package dev.spoolmark.api.v1;

import dev.spoolmark.api.resolve.ItemResolver;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.core.Problem;
import dev.spoolmark.http.Call;
import dev.spoolmark.social.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Resolves the items that bodies name, and names items in messages.
public final class V1ItemResolver {

    private final Catalog catalog;
    private final ItemResolver items;

    public V1ItemResolver(Catalog catalog, ItemResolver items) {
        this.catalog = catalog;
        this.items = items;
    }

    /// @param adds whether the method adds something to the item, so that an unknown one is created
    /// @throws ProblemException as [ItemResolver#get] does
    public MediaId get(Call<?> call, V1ItemKey item, boolean adds) {
        return items.get(Viewer.of(call.caller()), item.request(adds));
    }

    /// @return why an item that was not looked up is not found
    public Problem missing(Call<?> call, V1ItemKey item, boolean adds) {
        return items.missing(Viewer.of(call.caller()), item.request(adds));
    }

    /// @return these episodes by show; an id can lead to an episode of another show than the one in the request
    Map<ShowId, List<EpisodeId>> byShow(List<EpisodeId> episodes) {
        return catalog.episodes(episodes).values().stream()
                .collect(Collectors.groupingBy(Episode::show, Collectors.mapping(Episode::id, Collectors.toList())));
    }

    /// @return the name of an item in messages: `Portlandia 1x01`, `Batman Begins (2005)`, `Portlandia`
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

    /// Matches a batch. An item that is invalid or not found is skipped with a reason.
    ///
    /// @param key the members of an element that name its item
    /// @param value the value of an element for its item; empty if it is invalid
    /// @param field the member that holds the value, for the reason
    /// @param removes whether this value removes something, so that an unknown item is not created
    public <E, S> V1BatchResult<S> match(
            Call<?> call,
            List<@Nullable E> body,
            Function<E, V1ItemKey> key,
            Function<E, Optional<S>> value,
            String field,
            Predicate<S> removes) {
        return new V1BatchMatcher<S>(items, Viewer.of(call.caller()), field, removes).match(body, key, value);
    }

    /// Matches a batch whose elements only name items.
    public <E> V1BatchResult<E> match(Call<?> call, List<@Nullable E> body, Function<E, V1ItemKey> key, boolean adds) {
        return match(call, body, key, Optional::of, "item", one -> !adds);
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
