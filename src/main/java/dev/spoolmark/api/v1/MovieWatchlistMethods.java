package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.watchlist.Watchlist;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;

/// `movie/watchlist` and `unwatchlist`: what somebody means to watch, in batches.
final class MovieWatchlistMethods {

    private final Watchlist watchlist;
    private final V1Shelf shelf;

    MovieWatchlistMethods(Watchlist watchlist, V1Shelf shelf) {
        this.watchlist = watchlist;
        this.shelf = shelf;
    }

    void declare(Methods v1) {
        Methods bulk = v1.with(Trait.BULK);
        bulk.post("/movie/unwatchlist/{apikey}", SIGNED_IN, OWN, V1Sent.Movies.class, this::unwatchlist);
        bulk.post("/movie/watchlist/{apikey}", SIGNED_IN, OWN, V1Sent.Movies.class, this::watchlist);
    }

    // POST movie/unwatchlist

    private Reply unwatchlist(Call<V1Sent.Movies> call) {
        V1Batch<V1Sent.OfMovie> batch = shelf.known(call, call.body().all());
        int removed = watchlist.remove(call.user(), batch.found((item, sent) -> item));
        return V1Words.success(removed + " movies removed from watchlist", "movies", batch.skipped());
    }

    // POST movie/watchlist

    private Reply watchlist(Call<V1Sent.Movies> call) {
        V1Batch<V1Sent.OfMovie> batch = shelf.added(call, call.body().all());
        var added = watchlist.addMovies(call.user(), batch.found((item, sent) -> (MovieId) item));
        return V1Shelf.answer("movies", "watchlist", batch, added);
    }
}
