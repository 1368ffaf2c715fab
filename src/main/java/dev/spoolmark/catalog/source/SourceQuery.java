package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import org.jspecify.annotations.Nullable;

/// What a source is asked: which movie or show this is, by everything that is known of it.
///
/// @param withEpisodes whether the list of its episodes is wanted, too, which may take many calls
public record SourceQuery(
        Kind kind,
        Ids ids,
        @Nullable String title,
        @Nullable Integer year,
        boolean withEpisodes) {

    /// Only the ids count: a title would be a guess where there is none.
    static SourceQuery ofIds(Kind kind, Ids ids) {
        return new SourceQuery(kind, ids, null, null, true);
    }

    /// About a thing that somebody else told of already.
    static SourceQuery toFill(Kind kind, Ids ids) {
        return new SourceQuery(kind, ids, null, null, false);
    }
}
