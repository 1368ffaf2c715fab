package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The matching of one batch. Everything is read and checked before the first title is kept, and titles are looked
/// up together, not one by one.
///
/// @param <S> what is said of each thing
final class V1BatchMatcher<S> {

    private final V1ItemResolver items;
    private final Call<?> call;
    private final String value;
    private final Predicate<S> withdraws;
    private final List<Candidate<S>> candidates = new ArrayList<>();
    private final List<JsonObject> skipped = new ArrayList<>();

    /// @param value the member that says it, for what cannot be read
    V1BatchMatcher(V1ItemResolver items, Call<?> call, String value, Predicate<S> withdraws) {
        this.items = items;
        this.call = call;
        this.value = value;
        this.withdraws = withdraws;
    }

    <E> V1BatchResult<S> match(List<@Nullable E> body, Function<E, V1ItemKey> named, Function<E, Optional<S>> said) {
        for (E element : body) {
            if (element == null) {
                skipped.add(new JsonObject().put("reason", "not an object"));
            } else {
                consider(named.apply(element), said.apply(element));
            }
        }
        Map<Object, MediaId> found = lookUp();
        Set<Object> shows = items.knownShows(
                call,
                candidates.stream()
                        .map(Candidate::item)
                        .filter(item -> !found.containsKey(item.ref()))
                        .toList());
        List<V1BatchResult.Line<S>> lines = new ArrayList<>();
        for (Candidate<S> candidate : candidates) {
            MediaId item = found.get(candidate.item().ref());
            if (item == null) {
                boolean adds = !withdraws.test(candidate.said());
                skip(candidate.item(), V1Errors.text(V1ItemResolver.missing(candidate.item(), adds, shows)));
            } else {
                lines.add(new V1BatchResult.Line<>(item, candidate.said()));
            }
        }
        return new V1BatchResult<>(lines, skipped);
    }

    private void consider(V1ItemKey item, Optional<S> said) {
        Optional<Problem> flaw = item.problem();
        if (said.isEmpty()) {
            skip(item, "invalid " + value);
        } else if (flaw.isPresent()) {
            skip(item, V1Errors.text(flaw.get()));
        } else {
            candidates.add(new Candidate<>(item, said.get()));
        }
    }

    private void skip(V1ItemKey item, String reason) {
        skipped.add(item.echo().put("reason", reason));
    }

    /// Keeps what is added before it looks for what is taken away, so that one call may do both to a new title.
    private Map<Object, MediaId> lookUp() {
        Map<Object, MediaId> found =
                new HashMap<>(items.ids(call, named(candidate -> !withdraws.test(candidate.said())), true));
        items.ids(call, named(candidate -> withdraws.test(candidate.said())), false)
                .forEach(found::putIfAbsent);
        return found;
    }

    private List<V1ItemKey> named(Predicate<Candidate<S>> which) {
        return candidates.stream().filter(which).map(Candidate::item).toList();
    }

    private record Candidate<S>(V1ItemKey item, S said) {}
}
