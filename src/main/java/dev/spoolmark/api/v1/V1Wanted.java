package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.feed.Action;
import dev.spoolmark.feed.Things;
import dev.spoolmark.feed.Wanted;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.MomentParser;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The filters of the activity reads: comma lists of words, and a window of time (`activity.md`). A word
/// nobody knows is passed over, and a list of such words selects nothing.
final class V1Wanted {

    private static final Set<Kind> TYPES = Set.of(Kind.MOVIE, Kind.SHOW, Kind.EPISODE, Kind.LIST);

    private V1Wanted() {}

    static Wanted of(Call<?> call) {
        return of(call, chosen(call.argument("types"), TYPES, Kind::word), new Things.All());
    }

    /// For methods about certain things, which have no types to choose from.
    static Wanted of(Call<?> call, Things things) {
        return of(call, TYPES, things);
    }

    /// The moment that `start_ts` or `end_ts` names; what cannot be read is refused.
    static Optional<Instant> moment(Call<?> call, String name) {
        return call.argument(name)
                .map(text -> MomentParser.parse(text).orElseThrow(() -> new Refusal(new Problem.Invalid(name))));
    }

    /// The parts of a comma list.
    static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Wanted of(Call<?> call, Set<Kind> types, Things things) {
        return new Wanted(
                types,
                chosen(call.argument("actions"), Set.of(Action.values()), Action::word),
                moment(call, "start_ts").orElse(null),
                moment(call, "end_ts").map(end -> end.plusSeconds(1)).orElse(null),
                things);
    }

    private static <T> Set<T> chosen(Optional<String> sent, Set<T> all, Function<T, String> word) {
        Set<String> words = Set.copyOf(parts(sent.orElse("all").toLowerCase(Locale.ROOT)));
        return words.contains("all")
                ? all
                : all.stream().filter(one -> words.contains(word.apply(one))).collect(Collectors.toSet());
    }
}
