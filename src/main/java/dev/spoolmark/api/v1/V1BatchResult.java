package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.json.JsonObject;
import java.util.List;
import java.util.function.BiFunction;

/// A batch after matching: what was found with what was said of it, and what had to be skipped.
///
/// @param <S> what is said of each thing
/// @param skipped what was sent, with the reason
public record V1BatchResult<S>(List<Line<S>> lines, List<JsonObject> skipped) {

    public V1BatchResult {
        lines = List.copyOf(lines);
        skipped = List.copyOf(skipped);
    }

    public <T> List<T> found(BiFunction<MediaId, S, T> made) {
        return lines.stream().map(line -> made.apply(line.item(), line.said())).toList();
    }

    /// One item that was found.
    public record Line<S>(MediaId item, S said) {}
}
