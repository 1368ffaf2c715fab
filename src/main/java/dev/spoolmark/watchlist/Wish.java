package dev.spoolmark.watchlist;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;

/// A thing to put on a watchlist, with the show it belongs to.
///
/// @param show the show itself for a show, 0 for a movie
record Wish(MediaId item, long show) {

    static Wish of(MovieId movie) {
        return new Wish(movie, 0);
    }

    static Wish of(ShowId show) {
        return new Wish(show, show.value());
    }

    static Wish of(EpisodeId episode, ShowId show) {
        return new Wish(episode, show.value());
    }
}
