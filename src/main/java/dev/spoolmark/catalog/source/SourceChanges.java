package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recent changes at a source: its own ids, and when each last changed.
///
/// @param failure why the source could not say, in one line
public record SourceChanges(
        Kind kind, Map<Ids, Instant> items, @Nullable String failure) {

    public SourceChanges {
        items = Map.copyOf(items);
    }

    public static SourceChanges failed(Kind kind, String reason) {
        return new SourceChanges(kind, Map.of(), reason);
    }
}
