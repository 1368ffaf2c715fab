package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.MediaId;
import java.util.List;

/// The result of applying data of a source to an item.
///
/// @param item the item, or the one that it was merged into
/// @param merged the items that were merged into `item`
/// @param warnings facts that were not stored, and why
public record CompletionResult(Result result, MediaId item, List<MediaId> merged, List<String> warnings) {

    public CompletionResult {
        merged = List.copyOf(merged);
        warnings = List.copyOf(warnings);
    }

    public static CompletionResult rejected(MediaId item, String reason) {
        return new CompletionResult(Result.REJECTED, item, List.of(), List.of(reason));
    }

    public enum Result {

        /// The item has new facts.
        COMPLETED,

        /// The item was merged with another.
        MERGED,

        /// All facts were known.
        UNCHANGED,

        /// The facts belong to another item; nothing changed.
        REJECTED
    }
}
