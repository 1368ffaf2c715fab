package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeHead;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.disclosure.Disclosure;
import dev.spoolmark.feed.Things;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The things that a path of the activity reads names, one or a comma list of them. A single name that nobody has
/// refuses; among several it is passed over (`activity.md`).
///
/// `reader` is whose knowledge counts: the caller's, or that of the person whose stream the caller may look at.
final class V1Things {

    private final Catalog catalog;
    private final Disclosure disclosure;

    V1Things(Catalog catalog, Disclosure disclosure) {
        this.catalog = catalog;
        this.disclosure = disclosure;
    }

    Things movies(Call<?> call, Viewer reader) {
        return new Things.Movies(
                named(call, "movie", title -> disclosure.movie(reader, title).map(Movie::id)));
    }

    Things shows(Call<?> call, Viewer reader) {
        return new Things.Shows(showIds(call, reader));
    }

    /// Without a season it means all of them (`decisions.md` 3).
    Things seasons(Call<?> call, Viewer reader) {
        return known(reader, new Things.Episodes(showIds(call, reader), numbers(call, "season"), Set.of()), "season");
    }

    /// Without a season or an episode it means all of them (`decisions.md` 3).
    Things episodes(Call<?> call, Viewer reader) {
        return known(
                reader,
                new Things.Episodes(showIds(call, reader), numbers(call, "season"), numbers(call, "episode")),
                "episode");
    }

    private Set<ShowId> showIds(Call<?> call, Viewer reader) {
        return named(call, "show", title -> disclosure.show(reader, title).map(Show::id));
    }

    private static <T> Set<T> named(Call<?> call, String what, Function<String, Optional<T>> find) {
        List<String> titles = V1Wanted.parts(call.required("title"));
        Set<T> found = titles.stream().map(find).flatMap(Optional::stream).collect(Collectors.toSet());
        if (found.isEmpty() && titles.size() == 1) {
            throw new Refusal(new Problem.NotFound(what));
        }
        return found;
    }

    private static Set<Integer> numbers(Call<?> call, String name) {
        String sent = call.argument(name).orElse("all");
        if (sent.equals("all")) {
            return Set.of();
        }
        Set<Integer> numbers = V1Wanted.parts(sent).stream()
                .map(part -> new Scalar(part, true).wholeInt())
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .collect(Collectors.toSet());
        if (numbers.isEmpty()) {
            throw new Refusal(new Problem.NotFound(name));
        }
        return numbers;
    }

    /// Refuses a single show, season and episode that does not exist.
    private Things known(Viewer reader, Things.Episodes wanted, String what) {
        boolean single = wanted.shows().size() == 1
                && wanted.seasons().size() == 1
                && wanted.numbers().size() <= 1;
        if (single) {
            ShowGuide guide = catalog.guide(wanted.shows().iterator().next());
            int season = wanted.seasons().iterator().next();
            if (disclosure.episodes(reader, guide, season).stream()
                    .noneMatch(episode -> isAmong(episode, wanted.numbers()))) {
                throw new Refusal(new Problem.NotFound(what));
            }
        }
        return wanted;
    }

    private static boolean isAmong(EpisodeHead episode, Set<Integer> numbers) {
        return numbers.isEmpty() || numbers.contains(episode.number());
    }
}
