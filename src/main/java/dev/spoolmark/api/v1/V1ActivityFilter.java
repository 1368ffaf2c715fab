package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.feed.Action;
import dev.spoolmark.feed.FeedFilter;
import dev.spoolmark.feed.ItemFilter;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.body.DateTimeParser;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The filters of the activity reads: comma lists of words, and a window of time
/// (`docs/spec/v1/activity.md#activity-items`). A word nobody knows is passed over, and a list of such words selects
/// nothing.
public final class V1ActivityFilter {

    private static final Set<Kind> TYPES = Set.of(Kind.MOVIE, Kind.SHOW, Kind.EPISODE, Kind.LIST);

    /// A response has no place for the comment that a reply belongs to.
    private static final Set<Action> ACTIONS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Action.REPLY)));

    private V1ActivityFilter() {}

    public static FeedFilter of(Call<?> call) {
        return of(call, chosen(call.argument("types"), TYPES, Kind::key), new ItemFilter.All());
    }

    /// For methods about certain things, which have no types to choose from.
    public static FeedFilter of(Call<?> call, ItemFilter items) {
        return of(call, TYPES, items);
    }

    /// The moment that `start_ts` or `end_ts` names; what cannot be read is refused.
    static Optional<Instant> moment(Call<?> call, String name) {
        return call.argument(name)
                .map(text ->
                        DateTimeParser.parse(text).orElseThrow(() -> new ProblemException(new Problem.Invalid(name))));
    }

    /// The parts of a comma list.
    static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static FeedFilter of(Call<?> call, Set<Kind> types, ItemFilter items) {
        return new FeedFilter(
                types,
                chosen(call.argument("actions"), ACTIONS, Action::key),
                moment(call, "start_ts").orElse(null),
                moment(call, "end_ts").map(end -> end.plusSeconds(1)).orElse(null),
                items);
    }

    private static <T> Set<T> chosen(Optional<String> body, Set<T> all, Function<T, String> word) {
        Set<String> words = Set.copyOf(parts(body.orElse("all").toLowerCase(Locale.ROOT)));
        return words.contains("all")
                ? all
                : all.stream().filter(one -> words.contains(word.apply(one))).collect(Collectors.toSet());
    }
}
