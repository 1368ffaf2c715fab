package dev.spoolmark.api.v1;

import dev.spoolmark.api.resolve.ItemMatch;
import dev.spoolmark.api.resolve.ItemResolver;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.social.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Matches one batch. All elements are parsed and checked before the first unknown item is created. Invalid
/// elements are skipped first, then those that are not found.
///
/// @param <S> the value that an element has for its item
final class V1BatchMatcher<S> {

    private final ItemResolver resolver;
    private final Viewer viewer;
    private final String field;
    private final Predicate<S> removes;
    private final List<Candidate<S>> candidates = new ArrayList<>();
    private final List<JsonObject> skipped = new ArrayList<>();

    /// @param field the member that holds the value, for the reason
    V1BatchMatcher(ItemResolver resolver, Viewer viewer, String field, Predicate<S> removes) {
        this.resolver = resolver;
        this.viewer = viewer;
        this.field = field;
        this.removes = removes;
    }

    private record Candidate<S>(V1ItemKey key, S value) {}

    <E> V1BatchResult<S> match(List<@Nullable E> body, Function<E, V1ItemKey> key, Function<E, Optional<S>> value) {
        for (E element : body) {
            if (element == null) {
                skipped.add(new JsonObject().put("reason", "not an object"));
            } else {
                check(key.apply(element), value.apply(element));
            }
        }
        return new V1BatchResult<>(resolve(), skipped);
    }

    private void check(V1ItemKey key, Optional<S> value) {
        Optional<Problem> problem = key.problem();
        if (value.isEmpty()) {
            skip(key, "invalid " + field);
        } else if (problem.isPresent()) {
            skip(key, V1Errors.text(problem.get()));
        } else {
            candidates.add(new Candidate<>(key, value.get()));
        }
    }

    private List<V1BatchResult.Match<S>> resolve() {
        List<ItemMatch> matches = resolver.resolve(
                viewer,
                candidates.stream()
                        .map(candidate -> candidate.key().request(!removes.test(candidate.value())))
                        .toList());
        List<V1BatchResult.Match<S>> lines = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            Candidate<S> candidate = candidates.get(i);
            switch (matches.get(i)) {
                case ItemMatch.Found(MediaId item) -> lines.add(new V1BatchResult.Match<>(item, candidate.value()));
                case ItemMatch.Missing(Problem reason) -> skip(candidate.key(), V1Errors.text(reason));
            }
        }
        return lines;
    }

    private void skip(V1ItemKey key, String reason) {
        skipped.add(key.echo().put("reason", reason));
    }
}
