package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.wire.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The matching of one batch. Everything is read and checked before the first title is kept, and titles are looked up
/// together, not one by one.
///
/// @param <S> what is said of each thing
final class V1Matching<S> {

    private final V1Items items;
    private final Call<?> call;
    private final String value;
    private final Predicate<S> withdraws;
    private final List<Candidate<S>> candidates = new ArrayList<>();
    private final List<V1Object> skipped = new ArrayList<>();

    /// @param value the member that says it, for what cannot be read
    V1Matching(V1Items items, Call<?> call, String value, Predicate<S> withdraws) {
        this.items = items;
        this.call = call;
        this.value = value;
        this.withdraws = withdraws;
    }

    <E> V1Batch<S> match(List<@Nullable E> sent, Function<E, V1Item> named, Function<E, Optional<S>> said) {
        for (E element : sent) {
            if (element == null) {
                skipped.add(new V1Object().put("reason", "not an object"));
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
        List<V1Batch.Line<S>> lines = new ArrayList<>();
        for (Candidate<S> candidate : candidates) {
            MediaId item = found.get(candidate.item().ref());
            if (item == null) {
                boolean adds = !withdraws.test(candidate.said());
                skip(candidate.item(), V1Words.text(V1Items.missing(candidate.item(), adds, shows)));
            } else {
                lines.add(new V1Batch.Line<>(item, candidate.said()));
            }
        }
        return new V1Batch<>(lines, skipped);
    }

    private void consider(V1Item item, Optional<S> said) {
        Optional<Problem> flaw = item.flaw();
        if (said.isEmpty()) {
            skip(item, "invalid " + value);
        } else if (flaw.isPresent()) {
            skip(item, V1Words.text(flaw.get()));
        } else {
            candidates.add(new Candidate<>(item, said.get()));
        }
    }

    private void skip(V1Item item, String reason) {
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

    private List<V1Item> named(Predicate<Candidate<S>> which) {
        return candidates.stream().filter(which).map(Candidate::item).toList();
    }

    private record Candidate<S>(V1Item item, S said) {}
}
