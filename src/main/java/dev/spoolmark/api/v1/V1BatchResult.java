package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.json.JsonObject;
import java.util.List;
import java.util.function.BiFunction;

/// The result of matching a batch.
///
/// @param <S> the value that an element has for its item
/// @param matches the elements whose items were found, in the order of the body; an item can occur twice
/// @param skipped the members that name each other element, with the reason
public record V1BatchResult<S>(List<Match<S>> matches, List<JsonObject> skipped) {

    public V1BatchResult {
        matches = List.copyOf(matches);
        skipped = List.copyOf(skipped);
    }

    public List<MediaId> items() {
        return matches.stream().map(Match::item).toList();
    }

    public <T> List<T> found(BiFunction<MediaId, S, T> made) {
        return matches.stream()
                .map(line -> made.apply(line.item(), line.value()))
                .toList();
    }

    /// One element whose item was found.
    public record Match<S>(MediaId item, S value) {}
}
