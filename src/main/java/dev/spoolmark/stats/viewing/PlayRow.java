package dev.spoolmark.stats.viewing;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import org.jspecify.annotations.Nullable;

/// A stored play.
///
/// @param kind 1 movie, 4 episode
/// @param show 0 for a movie
/// @param at in milliseconds; null if unknown
record PlayRow(
        long id, int kind, long item, long show, @Nullable Long at) {

    /// The movie, or the show of the episode.
    long title() {
        return kind == Kind.MOVIE.number() ? item : show;
    }

    MediaId itemId() {
        return MediaId.of(Kind.of(kind), item);
    }
}
