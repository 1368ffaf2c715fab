package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.api.v1.V1BatchResult;
import dev.spoolmark.api.v1.V1Bodies;
import dev.spoolmark.api.v1.V1CollectionWrites;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.watchlist.Watchlist;

/// `movie/watchlist` and `unwatchlist`: the watchlist of a user, in batches.
public final class MovieWatchlistMethods {

    private final Watchlist watchlist;
    private final V1CollectionWrites collection;

    public MovieWatchlistMethods(Watchlist watchlist, V1CollectionWrites collection) {
        this.watchlist = watchlist;
        this.collection = collection;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable bulk = v1.withTrait(MethodTrait.BULK);
        bulk.post("/movie/unwatchlist/{apikey}", SIGNED_IN, OWN, V1Bodies.Movies.class, this::unwatchlist);
        bulk.post("/movie/watchlist/{apikey}", SIGNED_IN, OWN, V1Bodies.Movies.class, this::watchlist);
    }

    // POST movie/unwatchlist

    private Response unwatchlist(Call<V1Bodies.Movies> call) {
        V1BatchResult<V1Bodies.OfMovie> batch =
                collection.find(call, call.body().all());
        int removed = watchlist.remove(call.userId(), batch.found((item, body) -> item));
        return V1Responses.success(removed + " movies removed from watchlist", "movies", batch.skipped());
    }

    // POST movie/watchlist

    private Response watchlist(Call<V1Bodies.Movies> call) {
        V1BatchResult<V1Bodies.OfMovie> batch =
                collection.added(call, call.body().all());
        var added = watchlist.addMovies(call.userId(), batch.found((item, body) -> (MovieId) item));
        return V1CollectionWrites.response("movies", "watchlist", batch, added);
    }
}
