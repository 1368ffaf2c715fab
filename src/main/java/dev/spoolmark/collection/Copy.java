package dev.spoolmark.collection;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;

/// A thing on a shelf, with the show it belongs to.
///
/// @param show 0 for a movie
record Copy(MediaId item, long show) {

    static Copy of(MovieId movie) {
        return new Copy(movie, 0);
    }

    static Copy of(EpisodeId episode, ShowId show) {
        return new Copy(episode, show.value());
    }
}
