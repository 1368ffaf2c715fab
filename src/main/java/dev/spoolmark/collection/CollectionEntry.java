package dev.spoolmark.collection;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;

/// A thing on a shelf, with the show it belongs to.
///
/// @param show 0 for a movie
record CollectionEntry(MediaId item, long show) {

    static CollectionEntry of(MovieId movie) {
        return new CollectionEntry(movie, 0);
    }

    static CollectionEntry of(EpisodeId episode, ShowId show) {
        return new CollectionEntry(episode, show.value());
    }
}
