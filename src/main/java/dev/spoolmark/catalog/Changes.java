package dev.spoolmark.catalog;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What changed at a source lately, by its own ids, and when each last did.
///
/// @param failure why it could not say, in one line
public record Changes(
        Kind kind, Map<Ids, Instant> items, @Nullable String failure) {

    public Changes {
        items = Map.copyOf(items);
    }

    public static Changes failed(Kind kind, String reason) {
        return new Changes(kind, Map.of(), reason);
    }
}
