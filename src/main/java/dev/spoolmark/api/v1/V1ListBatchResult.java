package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.json.JsonObject;
import java.util.List;

/// The things of one call on a list after matching, in the order in which they were sent.
///
/// @param found may name one thing twice
/// @param skipped what was sent, with the reason
public record V1ListBatchResult(List<MediaId> found, List<JsonObject> skipped) {

    public V1ListBatchResult {
        found = List.copyOf(found);
        skipped = List.copyOf(skipped);
    }
}
