package dev.spoolmark.catalog.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state of the lookup queue.
///
/// @param due the number of lookups that are due
/// @param oldest since when the oldest of them is due
/// @param errors recent failures, newest first
/// @param unstored recent data that could not be stored, newest first
public record SourceQueueStatus(
        long pending,
        long found,
        long notFound,
        long due,
        Optional<Instant> oldest,
        List<LookupMessage> errors,
        List<LookupMessage> unstored,
        List<Condition> sources) {

    public SourceQueueStatus {
        errors = List.copyOf(errors);
        unstored = List.copyOf(unstored);
        sources = List.copyOf(sources);
    }

    /// A warning about one item.
    ///
    /// @param text one or more, separated by line breaks
    /// @param nextLookup the earliest next lookup
    public record LookupMessage(String title, String text, Instant nextLookup) {}

    /// The state of a source at its last lookup.
    public record Condition(
            String name,
            @Nullable Instant openUntil,
            @Nullable String error,
            @Nullable Instant errorAt) {}
}
