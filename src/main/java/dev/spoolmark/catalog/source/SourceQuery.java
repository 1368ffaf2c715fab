package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import org.jspecify.annotations.Nullable;

/// The question which movie or show this is, with everything that is known about it.
///
/// @param withEpisodes whether the episode list is wanted, which can take many requests
public record SourceQuery(
        Kind kind,
        Ids ids,
        @Nullable String title,
        @Nullable Integer year,
        boolean withEpisodes) {

    /// By ids only: a title would be a guess.
    static SourceQuery ofIds(Kind kind, Ids ids) {
        return new SourceQuery(kind, ids, null, null, true);
    }

    /// About an item that another source described already.
    static SourceQuery toFill(Kind kind, Ids ids) {
        return new SourceQuery(kind, ids, null, null, false);
    }
}
