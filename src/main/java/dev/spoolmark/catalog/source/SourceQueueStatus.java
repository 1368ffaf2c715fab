package dev.spoolmark.catalog.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far the asking of sources is.
///
/// @param due how many questions could be asked now
/// @param oldest since when the one that waits longest could have been asked
/// @param troubles things that could not be asked about lately, newest first
/// @param open what of the answers was neither taken nor guessed, newest first
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

    /// Something to be known about one item.
    ///
    /// @param lines one or more, with breaks between them
    /// @param again when the item is asked about next, at the earliest
    public record Trouble(String title, String lines, Instant again) {}

    /// How a source was when it was last asked.
    public record Condition(
            String name,
            @Nullable Instant openUntil,
            @Nullable String error,
            @Nullable Instant errorAt) {}
}
