package dev.spoolmark.catalog.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state of the lookup queue.
///
/// @param due the number of lookups that are due
/// @param oldest since when the oldest of them is due
/// @param troubles recent failures, newest first
/// @param open recent data that could not be stored, newest first
public record SourceQueueStatus(
        long unanswered,
        long known,
        long unknown,
        long due,
        Optional<Instant> oldest,
        List<Trouble> troubles,
        List<Trouble> open,
        List<Condition> sources) {

    public SourceQueueStatus {
        troubles = List.copyOf(troubles);
        open = List.copyOf(open);
        sources = List.copyOf(sources);
    }

    /// A remark about one item.
    ///
    /// @param lines one or more, separated by line breaks
    /// @param again the earliest next lookup
    public record Trouble(String title, String lines, Instant again) {}

    /// The state of a source at its last lookup.
    public record Condition(
            String name,
            @Nullable Instant openUntil,
            @Nullable String error,
            @Nullable Instant errorAt) {}
}
