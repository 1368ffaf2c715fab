package dev.spoolmark.api.resolve;

import dev.spoolmark.catalog.ItemRef;
import dev.spoolmark.core.Problem;
import java.util.Optional;

/// One item that a request names.
///
/// @param create whether an unknown item is created as provisional; a season never is
/// @param creationProblem why the item cannot be created, if it turns out to be unknown
public record ItemRequest(ItemRef ref, boolean create, Optional<Problem> creationProblem) {

    public ItemRequest(ItemRef ref, boolean create) {
        this(ref, create, Optional.empty());
    }
}
