package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.feed.ItemFilter;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.visibility.ProvisionalAccess;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The items in the path of an activity method, one or a list separated by commas. A single unknown item is an
/// error; in a list, unknown items are ignored (`docs/spec/v1/activity.md#activity-items`).
///
/// `reader` decides which provisional items are found: the caller, or the user whose activity the caller may
/// read.
public final class V1ActivityTargets {

    private final Catalog catalog;
    private final ProvisionalAccess provisionalAccess;

    public V1ActivityTargets(Catalog catalog, ProvisionalAccess provisionalAccess) {
        this.catalog = catalog;
        this.provisionalAccess = provisionalAccess;
    }

    public ItemFilter movies(Call<?> call, Viewer reader) {
        return new ItemFilter.Movies(findAll(
                call,
                "movie",
                title ->
                        provisionalAccess.movie(reader, V1PathItem.movie(title)).map(Movie::id)));
    }

    public ItemFilter shows(Call<?> call, Viewer reader) {
        return new ItemFilter.Shows(showIds(call, reader));
    }

    /// Without a season, all seasons (`docs/spec/v1/activity.md#parameters`).
    public ItemFilter seasons(Call<?> call, Viewer reader) {
        return requireKnown(
                reader, new ItemFilter.Episodes(showIds(call, reader), numbers(call, "season"), Set.of()), "season");
    }

    /// Without a season or an episode, all of them (`docs/spec/v1/activity.md#parameters`).
    public ItemFilter episodes(Call<?> call, Viewer reader) {
        return requireKnown(
                reader,
                new ItemFilter.Episodes(showIds(call, reader), numbers(call, "season"), numbers(call, "episode")),
                "episode");
    }

    private Set<ShowId> showIds(Call<?> call, Viewer reader) {
        return findAll(
                call,
                "show",
                title -> provisionalAccess.show(reader, V1PathItem.show(title)).map(Show::id));
    }

    private static <T> Set<T> findAll(Call<?> call, String type, Function<String, Optional<T>> find) {
        List<String> titles = V1ActivityFilter.parts(call.required("title"));
        Set<T> found = titles.stream().map(find).flatMap(Optional::stream).collect(Collectors.toSet());
        if (found.isEmpty() && titles.size() == 1) {
            throw new ProblemException(new Problem.NotFound(type));
        }
        return found;
    }

    private static Set<Integer> numbers(Call<?> call, String name) {
        String body = call.argument(name).orElse("all");
        if (body.equals("all")) {
            return Set.of();
        }
        Set<Integer> numbers = V1ActivityFilter.parts(body).stream()
                .map(part -> new LenientValue(part, true).asInt())
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .collect(Collectors.toSet());
        if (numbers.isEmpty()) {
            throw new ProblemException(new Problem.NotFound(name));
        }
        return numbers;
    }

    /// Checks that a single show, season or episode exists.
    private ItemFilter requireKnown(Viewer reader, ItemFilter.Episodes episodes, String type) {
        boolean single = episodes.shows().size() == 1
                && episodes.seasons().size() == 1
                && episodes.numbers().size() <= 1;
        if (single) {
            ShowGuide guide = catalog.guide(episodes.shows().iterator().next());
            int season = episodes.seasons().iterator().next();
            if (provisionalAccess.episodes(reader, guide, season).stream()
                    .noneMatch(episode -> isAmong(episode, episodes.numbers()))) {
                throw new ProblemException(new Problem.NotFound(type));
            }
        }
        return episodes;
    }

    private static boolean isAmong(EpisodeSummary episode, Set<Integer> numbers) {
        return numbers.isEmpty() || numbers.contains(episode.number());
    }
}
