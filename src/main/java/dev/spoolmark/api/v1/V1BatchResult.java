package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.json.JsonObject;
import java.util.List;
import java.util.function.BiFunction;

/// The result of matching a batch.
///
/// @param <S> what an element says about its item
/// @param lines the elements whose items were found, in the order of the body; an item can occur twice
/// @param skipped the members that name each other element, with the reason
public record V1BatchResult<S>(List<Line<S>> lines, List<JsonObject> skipped) {

    public V1BatchResult {
        lines = List.copyOf(lines);
        skipped = List.copyOf(skipped);
    }

    public List<MediaId> items() {
        return lines.stream().map(Line::item).toList();
    }

    public <T> List<T> found(BiFunction<MediaId, S, T> made) {
        return lines.stream().map(line -> made.apply(line.item(), line.said())).toList();
    }

    /// One element whose item was found.
    public record Line<S>(MediaId item, S said) {}
}
