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

/// The filters of the activity methods: lists of keywords separated by commas, and a time window
/// (`docs/spec/v1/activity.md#activity-items`). Unknown keywords are ignored; a list of unknown keywords selects
/// nothing.
public final class V1ActivityFilter {

    private static final Set<Kind> TYPES = Set.of(Kind.MOVIE, Kind.SHOW, Kind.EPISODE, Kind.LIST);

    /// A response has no member for the comment that a reply belongs to.
    private static final Set<Action> ACTIONS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Action.REPLY)));

    private V1ActivityFilter() {}

    public static FeedFilter of(Call<?> call) {
        return of(call, selected(call.argument("types"), TYPES, Kind::key), new ItemFilter.All());
    }

    /// For methods about certain items, which have no parameter for types.
    public static FeedFilter of(Call<?> call, ItemFilter items) {
        return of(call, TYPES, items);
    }

    /// The instant in `start_ts` or `end_ts`.
    ///
    /// @throws ProblemException if it cannot be parsed
    static Optional<Instant> instant(Call<?> call, String name) {
        return call.argument(name)
                .map(text ->
                        DateTimeParser.parse(text).orElseThrow(() -> new ProblemException(new Problem.Invalid(name))));
    }

    /// The elements of a list separated by commas.
    static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static FeedFilter of(Call<?> call, Set<Kind> types, ItemFilter items) {
        return new FeedFilter(
                types,
                selected(call.argument("actions"), ACTIONS, Action::key),
                instant(call, "start_ts").orElse(null),
                instant(call, "end_ts").map(end -> end.plusSeconds(1)).orElse(null),
                items);
    }

    private static <T> Set<T> selected(Optional<String> body, Set<T> all, Function<T, String> nameOf) {
        Set<String> names = Set.copyOf(parts(body.orElse("all").toLowerCase(Locale.ROOT)));
        return names.contains("all")
                ? all
                : all.stream()
                        .filter(value -> names.contains(nameOf.apply(value)))
                        .collect(Collectors.toSet());
    }
}
