package dev.spoolmark.watchlist;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;

/// A thing to put on a watchlist, with the show it belongs to.
///
/// @param show the show itself for a show, 0 for a movie
record WatchlistEntry(MediaId item, long show) {

    static WatchlistEntry of(MovieId movie) {
        return new WatchlistEntry(movie, 0);
    }

    static WatchlistEntry of(ShowId show) {
        return new WatchlistEntry(show, show.value());
    }

    static WatchlistEntry of(EpisodeId episode, ShowId show) {
        return new WatchlistEntry(episode, show.value());
    }
}
