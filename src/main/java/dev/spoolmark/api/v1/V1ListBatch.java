package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import java.util.List;

/// The things of one call on a list after matching, in the order in which they were sent.
///
/// @param found may name one thing twice
/// @param skipped what was sent, with the reason
record V1ListBatch(List<MediaId> found, List<V1Object> skipped) {

    V1ListBatch {
        found = List.copyOf(found);
        skipped = List.copyOf(skipped);
    }
}
