package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.MediaId;
import java.util.List;

/// What became of an item about which a source told.
///
/// @param item what it is now: itself, or what it turned out to be
/// @param merged the numbers of those that turned out to be it
/// @param remarks what of the facts was left out or found no place, and why
public record CompletionResult(Result result, MediaId item, List<MediaId> merged, List<String> remarks) {

    public CompletionResult {
        merged = List.copyOf(merged);
        remarks = List.copyOf(remarks);
    }

    public static CompletionResult refused(MediaId item, String reason) {
        return new CompletionResult(Result.REFUSED, item, List.of(), List.of(reason));
    }

    public enum Result {

        /// It has facts that it did not have.
        COMPLETED,

        /// It and another were one.
        MERGED,

        /// All of it was known.
        UNCHANGED,

        /// The facts are of something else; nothing changed.
        REFUSED
    }
}
